"""A flow as a picture, for the generated docs: Mermaid text, in the language in force."""

from linli.mechanisms.flow.declaration import Flow, Move

_ODD = str.maketrans({":": "：", ";": "；", "\n": " ", '"': "”"})


def diagram(flow: Flow) -> str:
    """The flow as a Mermaid state diagram: every state by its label, every move by its title
    with the clocks it touches; moves that stay are notes on their states."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{_say(state.label)}" as {name}' for name, state in flow.states.items()]
    for move in flow.moves:
        if move.to is None:
            continue
        for state in move.from_ or ("[*]",):
            lines.append(f"    {state} --> {move.to} : {_say(move.title)}{_clocks(move)}")
    lines += [f"    {name} --> [*]" for name, state in flow.states.items() if not state.open]
    for name in flow.states:
        stays = [move for move in flow.moves_from(name) if move.to is None]
        if stays:
            words = "、".join(_say(move.title) for move in stays)
            lines += [f"    note right of {name}", f"        {words}", "    end note"]
    return "\n".join(lines) + "\n"


def _clocks(move: Move) -> str:
    marks = [
        *(f"▶{within.clock}" for within in move.starts),
        *(f"⏸{name}" for name in move.pauses),
        *(f"⏵{name}" for name in move.resumes),
        *(f"■{name}" for name in move.settles),
        *(f"✕{name}" for name in move.drops),
        *((f"＋{move.extends}",) if move.extends else ()),
    ]
    return f" ({' '.join(marks)})" if marks else ""


def _say(words: object) -> str:
    return str(words).translate(_ODD)
