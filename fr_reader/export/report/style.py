"""How the report looks: colours that can be read, in light, in the dark and on paper."""

from __future__ import annotations

LIGHT = {
    "page": "#fbfaf7",
    "panel": "#f1eee7",
    "ink": "#1f2328",
    "soft": "#545b64",
    "line": "#cfc9bd",
    "first": "#1c5d86",
    "second": "#96500f",
}
DARK = {
    "page": "#15181c",
    "panel": "#1f242a",
    "ink": "#e8e6e1",
    "soft": "#a9b1ba",
    "line": "#3b434c",
    "first": "#86bfe8",
    "second": "#e5ac6a",
}
"""Each colour by what it is for. `ink` and `soft` are text, `first` also links; `second` only
stands beside `first` with a pattern of its own."""
PAPER = {
    **LIGHT,
    "page": "#ffffff",
    "panel": "#ffffff",
    "ink": "#000000",
    "soft": "#333333",
}

_RULES = """
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:54rem;background:var(--page);
color:var(--ink);font:1rem/1.55 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
overflow-wrap:break-word}
h1,h2,h3,th,figcaption,.fact,.axis,nav,.about,.key{
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
h1,blockquote,cite,.about{overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.3rem;margin:3rem 0 .6rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:2rem 0 .3rem}
p{margin:.4rem 0}
a{color:var(--first);text-underline-offset:.15em}
:target{outline:2px solid var(--first);outline-offset:.3rem}
.soft,.about,figcaption,cite{color:var(--soft)}
.about{margin:0 0 .6rem;font-size:.9rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;
margin:1.4rem 0;padding:0;list-style:none}
.fact{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;
padding:.7rem .9rem;color:var(--soft);font-size:.85rem;line-height:1.35}
.fact b{display:block;color:var(--ink);font-size:1.55rem;line-height:1.2}
nav{font-size:.9rem}
nav a{margin-right:1rem;white-space:nowrap}
figure{margin:1rem 0}
figcaption{font-size:.85rem;margin-top:.5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.35}
th,td{padding:.35rem .5rem;text-align:left;vertical-align:middle;
border-bottom:1px solid var(--line)}
th{font-weight:600;font-size:.85rem}
thead th{color:var(--soft);vertical-align:bottom}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.bar{width:45%;min-width:6rem}
svg{display:block;overflow:visible}
.bar svg{width:100%;height:1rem}
.matrix td,.matrix thead th{text-align:center;min-width:4.6rem}
.matrix tbody th{min-width:8.5rem}
.matrix .cell{display:inline-flex;vertical-align:middle;
align-items:center;gap:.4rem;font-variant-numeric:tabular-nums;
color:inherit}
.matrix svg{width:1.7rem;height:1.7rem}
.none{color:var(--soft)}
.first{fill:var(--first)}
.second{fill:url(#hatch);stroke:var(--second);stroke-width:1}
#hatch path{stroke:var(--second);stroke-width:2}
.track{fill:var(--panel);stroke:var(--line);stroke-width:1}
.axis{fill:var(--soft);font-size:12px}
.value{fill:var(--ink);font-weight:600}
.rule{stroke:var(--line);stroke-width:1}
.key{display:flex;flex-wrap:wrap;gap:1.2rem;font-size:.85rem;margin:0;padding:0;list-style:none}
.key li{display:flex;align-items:center;gap:.4rem}
.key svg{width:1rem;height:1rem}
.timeline{min-width:34rem;width:100%;height:auto}
details{margin:.5rem 0;font-size:.92rem}
summary{cursor:pointer;color:var(--first)}
blockquote{margin:.3rem 0 .3rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--first)}
blockquote p{margin:.35rem 0}
.passage{margin:1.1rem 0}
cite{font-style:normal;font-size:.88rem}
.codes{display:inline}
.code{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;display:inline-block;
border:1px solid var(--soft);border-radius:1rem;padding:0 .55rem;margin-left:.3rem;font-size:.78rem;
color:var(--ink);text-decoration:none}
footer{margin-top:3rem;font-size:.85rem;color:var(--soft)}
@media (max-width:34rem){
body{padding:1.25rem .9rem 3rem}
h1{font-size:1.5rem}
th,td{padding:.3rem .35rem}
td.bar{width:auto;min-width:3rem}
.matrix tbody th{min-width:6.5rem;max-width:9rem}
}
@media print{
body{max-width:none;padding:0;font-size:10pt}
nav,.back{display:none}
a{color:inherit}
h2,h3{break-after:avoid}
tr,.passage,.fact,figure>.wide{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""


def style() -> str:
    """The style sheet; it fetches nothing."""
    return "".join(
        (
            _root(LIGHT),
            f"@media (prefers-color-scheme:dark){{{_root(DARK)}}}",
            _RULES,
            f"@media print{{{_root(PAPER)}}}\n",
        )
    )


def _root(colours: dict[str, str]) -> str:
    return ":root{" + "".join(f"--{key}:{value};" for key, value in colours.items()) + "}"
