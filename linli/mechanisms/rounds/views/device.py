"""What a device asks for and sends: the script that answers without a network, the page it draws
on, the doors to keep, and the entries it kept."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import resolve_url
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.access.queries import labels_of
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.templatetags.linli import vendor
from linli.core.pages.wording import tell_day
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Finding, Refused
from linli.mechanisms.rounds import actions, queries, rules
from linli.mechanisms.rounds.models import Arrival, Carrier, Round, Stop
from linli.mechanisms.rounds.models.coming_in import ATTEMPT, NO_CHANGE, RECORD, RESULTS, WAYS
from linli.mechanisms.rounds.views import shapes
from linli.mechanisms.rounds.views.loading import loaded
from linli.mechanisms.rounds.words import (
    because,
    door_words,
    options_of,
    said_in_words,
    stairs_words,
    who_words,
)

STATIC = Path(__file__).resolve().parent.parent / "static" / "rounds"
SCRIPTS = ("seal.js", "store.js", "send.js", "draw.js", "walk.js", "start.js")
STYLES = ("tokens", "ground", "frame", "components", "figures", "forms", "patterns", "work")
MOST_ENTRIES = 50
MOST_AFTER = 40


@public
@never_cache
@require_safe
def worker(request: Any) -> HttpResponse:
    """The script that opens the doors without a network. What it keeps is written into it, so
    that a new release is a new script, and a browser takes it over by itself."""
    code = request.community.code
    kept = [reverse("rounds:walk", args=[code]), *_files()]
    body = (STATIC / "worker.js").read_text(encoding="utf-8")
    version = sha256((json.dumps(kept) + body + _shell_digest()).encode()).hexdigest()[:16]
    said = json.dumps({"version": version, "shell": kept[0], "files": kept[1:]})
    return HttpResponse(
        f"self.LINLI = {said};\n{body}", content_type="text/javascript; charset=utf-8"
    )


@public
@never_cache
@require_safe
def walk(request: Visit) -> HttpResponse:
    """The page a device draws the doors on. It holds nothing of anybody: what is drawn lies on
    the device; so it can be kept there for when there is no network."""
    code = request.community.code
    context = {
        "data": shapes.addresses_of(request),
        "sign_in": f"{resolve_url('account_login')}?next={quote(request.path)}",
        "home": reverse("rounds:mine", args=[code]),
    }
    return answer(request, "rounds/walk/walk.html", context)


@needs("rounds.walk")
@loaded
@never_cache
@require_safe
def doors(request: Visit, found: Round) -> HttpResponse:
    """The doors to keep on a device, for who took them along and has not handed them in."""
    carrier = Carrier.objects.filter(
        community=found.community_id,
        round=found,
        account=request.actor.account,
        until__isnull=True,
        taken_at__isnull=False,
        handed_in_at__isnull=True,
    ).first()
    if carrier is None or found.is_over:
        raise Http404
    return JsonResponse(_package(request, found))


@signed_in
@require_POST
def enter(request: Visit) -> HttpResponse:
    """Takes the entries a device kept, one by one: each is answered for itself, and none stands
    in the way of another."""
    try:
        sent = json.loads(request.body)["entries"][:MOST_ENTRIES]
    except (ValueError, TypeError, KeyError):
        raise Http404 from None
    return JsonResponse({"results": [_enter(request, each) for each in sent]})


def _enter(request: Visit, entry: Any) -> dict[str, Any]:
    key = ""
    try:
        key = str(UUID(entry["key"]))
        if str(UUID(entry["account"])) != str(request.actor.account):
            return {"key": key, "fate": "not_yours"}
        stop = _stop(request, UUID(entry["round"]), UUID(entry["stop"]))
        _carry_out(request, stop, entry)
    except Replayed:
        pass
    except Refused as refusal:
        return {"key": key, "fate": "refused", "told": _told(refusal.finding)}
    except Http404:
        gone = rules.carried_by(False)
        return {"key": key, "fate": "refused", "told": _told(gone)}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {"key": key, "fate": "refused", "told": _told(rules.something_said(0))}
    return _answered(request, stop, key)


def _carry_out(request: Visit, stop: Stop, entry: Mapping[str, Any]) -> None:
    at = timezone.now()
    given: dict[str, Any] = {
        "key": UUID(entry["key"]),
        "said_at": _said_at(entry, at),
        "device": str(entry.get("device", ""))[:40],
        "by": request.actor,
        "at": at,
        "once": UUID(entry["key"]),
    }
    knew: dict[str, Any] = {
        "seen": {str(key): int(number) for key, number in entry.get("seen", {}).items()},
        "after": [str(UUID(each)) for each in entry.get("after", [])][-MOST_AFTER:],
    }
    match entry["sort"]:
        case kind if kind == RECORD:
            answers = {str(key): str(value) for key, value in entry["answers"].items()}
            actions.record(stop, answers=answers, **knew, **given)
        case kind if kind == NO_CHANGE:
            second = UUID(entry["second"]) if entry.get("second") else None
            actions.no_change(stop, second=second, **knew, **given)
        case kind if kind == ATTEMPT:
            way, result = entry["way"], entry["result"]
            if way not in dict(WAYS) or result not in dict(RESULTS):
                raise ValueError
            actions.note_attempt(stop, way=way, result=result, **given)
        case _:
            raise ValueError


def _answered(request: Visit, stop: Stop, key: str) -> dict[str, Any]:
    """What became of the entry, and how the door stands now."""
    arrival = Arrival.objects.filter(
        community=stop.community_id, key=key, by=request.actor.account
    ).first()
    if arrival is None:
        return {"key": key, "fate": "refused", "told": _told(rules.carried_by(False))}
    fresh = queries.stop_in(stop.round, stop.pk)
    return {
        "key": key,
        "fate": arrival.fate,
        "told": because(arrival.reason),
        "door": _door(fresh),
    }


def _told(finding: Finding) -> str:
    told = sentence(finding)
    return f"{told.text} {told.way_on}".strip()


def _said_at(entry: Mapping[str, Any], at: datetime) -> datetime:
    said = parse_datetime(str(entry.get("said_at", "")))
    return said if said is not None and said.tzinfo is not None else at


def _stop(request: Visit, round_id: UUID, stop_id: UUID) -> Stop:
    found = queries.round_in(request.actor, request.community, round_id)
    return queries.stop_in(found, stop_id)


def _package(request: Visit, round_: Round) -> dict[str, Any]:
    kind = round_.kind_of_it
    carriers = Carrier.objects.filter(community=round_.community_id, round=round_)
    keys = set(carriers.values_list("account_id", flat=True)) - {request.actor.account}
    until = datetime.combine(round_.day + timedelta(days=1), datetime.min.time(), tzinfo=SHANGHAI)
    return {
        "id": str(round_.pk),
        "title": round_.title,
        "account": str(request.actor.account),
        "until": (until + timedelta(hours=4)).isoformat(),
        "two_names": kind.two_names,
        "seconds": [[str(key), label] for key, label in sorted(labels_of(keys).items())]
        if kind.two_names
        else [],
        "hand_in": reverse("rounds:hand_in", args=[request.community.code, round_.pk]),
        "questions": {
            each.key: {
                "title": str(each.title),
                "kind": each.kind,
                "options": [[code, str(words)] for code, words in options_of(each)],
                "ground": str(each.ground),
            }
            for each in round_.questions
        },
        "doors": [_door(stop) for stop in queries.doors_of(round_)],
    }


def _door(stop: Stop) -> dict[str, Any]:
    asked = {question.key: question for question in stop.questions}
    answers = [each for each in stop.answers.all() if each.key in asked]
    return {
        "id": str(stop.pk),
        "number": stop.number,
        "stairs": stairs_words(stop),
        "name": door_words(stop),
        "who": who_words(stop),
        "asks": list(asked),
        "last": {
            each.key: said_in_words(asked[each.key], each.last) for each in answers if each.last
        },
        "last_on": tell_day(stop.last_on) if stop.last_on else "",
        "now": {
            each.key: said_in_words(asked[each.key], each.value)
            for each in answers
            if each.version and each.value
        },
        "seen": {each.key: each.version for each in answers},
        "outcome": stop.outcome,
        "outcome_words": str(stop.get_outcome_display()),
        "attempts": len(stop.attempts.all()),
        "apart": len(stop.conflicts.all()),
    }


def _files() -> list[str]:
    """The files the page is drawn with, by the names they have in this release."""
    own = [static(f"rounds/{name}") for name in (*SCRIPTS, "walk.css")]
    house = [static(f"linli/{name}.css") for name in STYLES]
    house += [static("linli/enhance.js"), static("linli/mark.svg"), static("linli/print.css")]
    fetched = [vendor("tabler/tabler.min.css"), vendor("icons/sprite.svg")]
    return [*own, *house, *filter(None, fetched)]


@cache
def _shell_digest() -> str:
    """A change of the page or of a script is a new release, also where names stay."""
    template = STATIC.parent.parent / "templates" / "rounds" / "walk" / "walk.html"
    read = [template, *(STATIC / name for name in SCRIPTS)]
    return sha256(b"".join(path.read_bytes() for path in read)).hexdigest()
