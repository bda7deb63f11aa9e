"""What people fill in to import: the file, which column is which, whether to enter."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhengyou.core.language import listed
from zhengyou.core.models import Organisation
from zhengyou.core.sheets import MOST_BYTES
from zhengyou.rooms.orgs.imports import headings
from zhengyou.rooms.orgs.imports.sheets import Table

LARGEST = MOST_BYTES // 1024 // 1024
SKIPPED = ""


class UploadForm(forms.Form):
    """选文件 — the spreadsheet, and below which organisation its rows belong where several are possible."""

    file = forms.FileField(
        label=gettext_lazy("表格文件"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv,.ods,.txt"}),
    )
    under = forms.ChoiceField(label=gettext_lazy("导入到"), required=False)

    def __init__(self, *args: Any, places: Sequence[Organisation | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = _("花名册、组织一览表，.xlsx、.xls、.csv都可以，照原样传，不用改格式；一次最多%(n)dMB")
        self.fields["file"].help_text = told % {"n": LARGEST}
        self.places = {str(place.pk) if place else "all": place for place in places}
        named = [(key, place.name if place else _("全部组织")) for key, place in self.places.items()]
        self.fields["under"].choices = named  # type: ignore[attr-defined]
        if len(named) == 1:
            del self.fields["under"]

    def clean_file(self) -> Any:
        """The file, unless it is too large."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(
                _("文件有%(size)dMB，一次最多%(most)dMB；请按乡镇或支部分成几个文件")
                % {"size": sent.size // 1024 // 1024, "most": LARGEST}
            )
        return sent

    def under_key(self) -> int | None:
        """The key of the organisation below which rows enter; None for the whole tree."""
        asked = self.cleaned_data.get("under") or next(iter(self.places))
        place = self.places[asked]
        return place.pk if place else None


class ColumnsForm(forms.Form):
    """认栏目 — sheet by sheet what it holds and which column is which."""

    def __init__(self, *args: Any, tables: Sequence[Table], fixed: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tables = tables
        self.meant: dict[str, dict[str, Any]] = {}
        for n, table in enumerate(tables):
            self.fields[f"holds_{n}"] = forms.ChoiceField(
                label=_("这张表是"), choices=_holdings(), required=False, initial=table.holds
            )
            if headings.FIXED[table.holds] not in table.columns:
                self.fields[f"fixed_{n}"] = forms.CharField(
                    label=_("没有这一列时，都属于"), required=False, initial=fixed.get(n, ""), max_length=120,
                    help_text=_("组织的全称：花名册填所在党支部，组织表填上级组织"),
                )  # fmt: skip
            of = {at: key for key, at in table.columns.items()}
            for at in table.kept_columns():
                key = of.get(at)
                self.fields[f"column_{n}_{at}"] = forms.ChoiceField(
                    label=table.labels[at], choices=_meanings(), required=False,
                    initial=f"{table.holds}.{key}" if key else SKIPPED,
                )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What each sheet is, as it was chosen; what a sheet lacks is said."""
        found = super().clean() or {}
        for n, table in enumerate(self.tables):
            holds = found.get(f"holds_{n}", "")
            self.meant[table.sheet.name] = {"holds": holds, "head": table.head}
            if holds:
                self._clean_sheet(n, table, holds, found)
        if not any(meant["holds"] for meant in self.meant.values()):
            raise forms.ValidationError(_("没有一张表要导入；至少选一张"))
        return found

    def _clean_sheet(self, n: int, table: Table, holds: str, found: dict[str, Any]) -> None:
        columns: dict[str, int] = {}
        for at in table.kept_columns():
            of, _dot, key = str(found.get(f"column_{n}_{at}") or "").partition(".")
            if of != holds:
                continue
            if key in columns:
                twice = _("“%(one)s”和“%(two)s”都选成了“%(what)s”，只能有一列") % {
                    "one": table.labels[columns[key]], "two": table.labels[at], "what": headings.called(holds, key),
                }  # fmt: skip
                self.add_error(f"column_{n}_{at}", twice)
            columns.setdefault(key, at)
        fixed = {headings.FIXED[holds]: found.get(f"fixed_{n}", "")}
        chosen = table.chosen(holds, columns, fixed)
        if chosen.lacking:
            lacking = listed(headings.called(holds, key) for key in chosen.lacking)
            self.add_error(
                None, _("“%(sheet)s”还缺：%(what)s") % {"sheet": table.sheet.name, "what": lacking}
            )
        self.meant[table.sheet.name] |= {"columns": chosen.columns, "fixed": chosen.fixed}

    def boxes(self) -> Iterator[dict[str, Any]]:
        """Each sheet as the page shows it."""
        for n, table in enumerate(self.tables):
            yield {
                "table": table,
                "holds": self[f"holds_{n}"],
                "fixed": self[f"fixed_{n}"] if f"fixed_{n}" in self.fields else None,
                "columns": [(self[f"column_{n}_{at}"], _shown(table, at)) for at in table.kept_columns()],
            }


def _shown(table: Table, at: int) -> list[str]:
    """Samples of a column; numbers of people with their middle hidden."""
    return [f"{text[:4]}…{text[-2:]}" if _is_long_number(text) else text[:16] for text in table.samples(at)]


def _is_long_number(text: str) -> bool:
    return len(text) > 8 and sum(c.isdigit() for c in text) > 8


def _holdings() -> list[tuple[str, str]]:
    return [("people", _("花名册")), ("organisations", _("组织一览表")), (SKIPPED, _("不导入"))]


def _meanings() -> list[Any]:
    """What a column may be, by what the sheet holds."""
    groups = [
        (title, [(f"{holds}.{key}", texts[0]) for key, texts in headings.COLUMNS[holds].items()])
        for holds, title in _holdings()
        if holds
    ]
    return [(SKIPPED, _("不导入")), *groups]


class EnterForm(forms.Form):
    """导入 — enter what was tried; whether those who are gone leave."""

    end_gone = forms.BooleanField(
        required=False, help_text=gettext_lazy("不选就只列出来，不动他们的组织关系；他们以前的记录都还在")
    )

    def __init__(self, *args: Any, gone: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["end_gone"].label = _("表中没有的%(n)d人，从今天起不再是这些组织的党员") % {"n": gone}
