"""JSON values nobody can change in place.

TinyDB hands out the nested lists and dictionaries of a document itself, so that a caller who
sorts one changes the database without a write. The journal keeps its documents in these types:
they compare and serialise like the plain ones, and refuse to be changed. A copy (`copy.copy`,
`copy.deepcopy`) is plain again.
"""

from __future__ import annotations

from typing import Any, NoReturn


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("what the store handed out is not changed in place: write a new value")


class FrozenList(list[Any]):
    """A list that refuses changes."""

    __slots__ = ()

    append = extend = insert = remove = pop = clear = sort = reverse = _refuse
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        return list, (list(self),)


class FrozenDict(dict[str, Any]):
    """A dictionary that refuses changes."""

    __slots__ = ()

    update = setdefault = pop = popitem = clear = _refuse
    __setitem__ = __delitem__ = __ior__ = _refuse

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        return dict, (dict(self),)


def frozen(value: Any) -> Any:
    """`value`, as `json.loads` gives it, with every list and dictionary in it frozen."""
    if type(value) is dict:
        return FrozenDict(
            {
                key: frozen(item) if type(item) in _NESTED else item  # spares most of the calls
                for key, item in value.items()
            }
        )
    if type(value) is list:
        return FrozenList([frozen(item) if type(item) in _NESTED else item for item in value])
    return value


_NESTED = (dict, list)
