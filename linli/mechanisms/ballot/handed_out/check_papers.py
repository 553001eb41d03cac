#!/usr/bin/env python3
"""核对逐张公布的选票 / Check the papers of a vote that were published one by one.

    python3 check_papers.py papers.jsonl
    python3 check_papers.py papers.jsonl --head 5dc9da79… --find K7QM-2X9D-VH4T

只用 Python 自带的部分，不联网。自己算一遍清单的校验码和票数，也能找票号。
Python 3.8 or newer and nothing else; no network. It reckons the head of the list and the count
anew, and finds a paper by its number. It ends with 0 where all is well, 1 where something is not.

The head is that of RFC 6962: each line is hashed behind a 0x00, each pair of hashes behind a 0x01.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
from typing import Any

MISREAD = str.maketrans("OILUZ", "011V2")
WORDS = {"for": "赞成 for", "against": "反对 against", "abstain": "弃权 abstain"}


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")


def leaf(line: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + line).digest()


def tree(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return hashlib.sha256(b"\x01" + tree(leaves[:left]) + tree(leaves[left:])).digest()


def head_of(lines: list[bytes]) -> str:
    return tree([leaf(line) for line in lines]).hex() if lines else hashlib.sha256().hexdigest()


def path_of(lines: list[bytes], index: int) -> list[str]:
    """The hashes beside the way from one line up to the head."""
    leaves, beside = [leaf(line) for line in lines], []
    while len(leaves) > 1:
        left = 1
        while left * 2 < len(leaves):
            left *= 2
        if index < left:
            beside.append(tree(leaves[left:]))
            leaves = leaves[:left]
        else:
            beside.append(tree(leaves[:left]))
            leaves, index = leaves[left:], index - left
    return [each.hex() for each in reversed(beside)]


def read(data: bytes) -> tuple[list[bytes], Any, dict[str, Any], list[str]]:
    """What was asked, the papers by number, and what is wrong with the file."""
    lines = data.split(b"\n")
    wrong = [] if lines[-1] == b"" else ["文件不完整 the file does not end with a line's end"]
    lines = [line for line in lines if line]
    if lines != sorted(lines):
        wrong.append("次序不对 the lines are not in order")
    asked, papers = None, {}
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line.decode("utf-8"))
            if "ballot" in row:
                asked = row["ballot"]
            elif row["number"] in papers:
                wrong.append(f"票号重复 twice the same number: {row['number']}")
            else:
                papers[row["number"]] = row["paper"]
        except (ValueError, KeyError, TypeError):
            wrong.append(f"第 {number} 行读不懂 line {number} cannot be read")
    if asked is None:
        wrong.append("没有选票样式 nothing says what was asked")
        asked = {"title": "?", "questions": {}}
    return lines, asked, papers, wrong


def counts(question: Any, answer: Any) -> bool:
    """Whether what is marked on a question counts: no more than it takes."""
    if question["form"] == "points":
        points = answer.get("points", {}).values()
        return sum(points) <= question["points"] and all(p <= question["most"] for p in points)
    marked = sum(mark == "for" for mark in answer.get("marks", {}).values())
    return marked + len(answer.get("written", [])) <= question["seats"]


def tell_count(asked: Any, papers: dict[str, Any]) -> None:
    void = sum("void" in paper for paper in papers.values())
    tell(f"\n{asked['title']}")
    tell(f"选票 papers: {len(papers)}，整张作废 void: {void}")
    for position, question in sorted(asked["questions"].items(), key=lambda each: int(each[0])):
        options = question["options"] or {"0": question["title"]}
        sums = {option: {} for option in options}
        valid = blank = over = 0
        for paper in papers.values():
            answer = paper.get(position)
            if "void" in paper:
                continue
            if not answer:
                blank += 1
            elif not counts(question, answer):
                over += 1
            else:
                valid += 1
                for option, mark in answer.get("marks", {}).items():
                    sums[option][mark] = sums[option].get(mark, 0) + 1
                for option, given in answer.get("points", {}).items():
                    sums[option]["points"] = sums[option].get("points", 0) + given
                    sums[option]["papers"] = sums[option].get("papers", 0) + 1
        tell(f"\n{question['title']}")
        for option in sorted(options, key=int):
            tell(f"  {option}. {options[option]}：{said(question, sums[option])}")
        tell(f"  有效 valid {valid}，无效 invalid {over}，未填 blank {blank}")


def said(question: Any, received: dict[str, int]) -> str:
    if question["form"] == "points":
        points, papers = received.get("points", 0), received.get("papers", 0)
        return f"{points} 分 points（{papers} 张 papers）"
    if question["form"] == "choose":
        return f"{received.get('for', 0)} 票 votes"
    return "，".join(f"{word} {received.get(mark, 0)}" for mark, word in WORDS.items())


def marked(asked: Any, paper: Any) -> str:
    """One paper in words."""
    if "void" in paper:
        return "整张作废 void"
    parts = []
    for position, answer in sorted(paper.items(), key=lambda each: int(each[0])):
        question = asked["questions"][position]
        options = question["options"] or {"0": question["title"]}
        for option, mark in answer.get("marks", {}).items():
            word = "" if question["form"] == "choose" else " " + WORDS.get(mark, mark)
            parts.append(options[option] + word)
        for option, given in answer.get("points", {}).items():
            parts.append(f"{options[option]} {given} 分")
    return "、".join(parts) or "空白票 blank"


def plain(text: str) -> str:
    """A number however it was typed."""
    text = text.upper().translate(MISREAD)
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", help="papers.jsonl")
    parser.add_argument("--head", default="", help="公告栏上的校验码 the head on the board")
    parser.add_argument("--find", default="", help="票号 a paper's number")
    given = parser.parse_args()
    with open(given.file, "rb") as file:
        lines, asked, papers, wrong = read(file.read())
    found = head_of(lines)
    tell("校验码 head: " + " ".join(found[at : at + 4] for at in range(0, len(found), 4)))
    if given.head and "".join(given.head.split()).lower() != found:
        wrong.append("校验码对不上 this is not the list whose head was given")
    tell_count(asked, papers)
    if given.find:
        by_plain = {plain(number): number for number in papers}
        number = by_plain.get(plain(given.find))
        if number is None:
            wrong.append("清单上没有这个票号 no paper has this number")
        else:
            at = next(n for n, line in enumerate(lines) if json.loads(line).get("number") == number)
            tell(f"\n{number}：{marked(asked, papers[number])}")
            tell(f"第 {at + 1} 行，共 {len(lines)} 行 line {at + 1} of {len(lines)}")
            tell("从这一行到校验码 from this line to the head:")
            for each in path_of(lines, at):
                tell(f"  {each}")
    tell("\n" + ("\n".join(wrong) if wrong else "都对得上 all is well"))
    return 1 if wrong else 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console that has no Chinese must not stop it
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
