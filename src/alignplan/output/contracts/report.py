"""`report/1`: the answers that a report is made of."""

from alignplan.output.contracts.interface import TEXT, answer, listed, may_be

CONTRACT = answer(
    "report",
    "The answers that a report is made of, each as its command gives it, without its head.",
    title=TEXT,
    origin=may_be(TEXT),
    answers={
        "type": "object",
        "description": "By the names of their contracts: `gaps` has the fields of `gaps/1`.",
        "additionalProperties": {"type": "object"},
    },
    left_out={
        **listed(TEXT),
        "description": "Answers for which a page has no room.",
    },
)
