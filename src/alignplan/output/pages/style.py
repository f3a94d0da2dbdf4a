"""How a page looks: on screens of any width, dark and light, and on paper."""

from __future__ import annotations

from alignplan.output.pictures.colours import RULES, declared

__all__ = ["STYLE"]

_COLOURS = f"""
:root{{{declared(dark=False)};color-scheme:light dark}}
@media (prefers-color-scheme:dark){{:root{{{declared(dark=True)}}}}}
{RULES}
.t-muted{{color:var(--p-muted)}}.t-good{{color:var(--p-good)}}.t-warn{{color:var(--p-warn)}}.t-bad{{color:var(--p-bad)}}
.t-strong{{font-weight:600}}
"""

_GROUND = """
*,*::before,*::after{box-sizing:border-box}
html{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,
sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--p-ground);color:var(--p-ink);font-variant-numeric:tabular-nums;
overflow-wrap:anywhere}
a{color:var(--p-accent);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--p-accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
code{font:0.86em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;color:var(--p-muted);
overflow-wrap:anywhere}
p,ul,dl,figure,table{margin:0}
h1,h2,h3,h4,h5,h6{line-height:1.2;margin:0;text-wrap:balance;font-weight:650;letter-spacing:-.01em}
[hidden]{display:none!important}
.skip{position:absolute;left:-999px;top:0;background:var(--p-surface);padding:.6rem 1rem;z-index:2}
.skip:focus{left:1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
"""

_SHEET = """
.head{max-width:84rem;margin:0 auto;padding:3.5rem 2rem 1.75rem}
.organization{color:var(--p-muted);font-weight:600;margin-bottom:.5rem}
h1{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.75rem);letter-spacing:-.022em}
.vision{font-size:1.15rem;max-width:46rem;margin-top:.9rem;color:var(--p-ink)}
.asof{color:var(--p-muted);margin-top:.9rem}
.sheet{max-width:84rem;margin:0 auto;padding:0 2rem 3rem;display:grid;
grid-template-columns:11.5rem minmax(0,1fr);gap:3rem}
.contents{position:sticky;top:1.25rem;align-self:start;max-height:calc(100vh - 2.5rem);overflow:auto;font-size:.925rem}
.contents ul{list-style:none;padding:0;border-left:1px solid var(--p-line)}
.contents a{display:block;padding:.28rem 0 .28rem .9rem;color:var(--p-muted);text-decoration:none}
.contents a:hover{color:var(--p-ink);text-decoration:underline}
section{padding:2.5rem 0;border-top:1px solid var(--p-line)}
section:first-child{border-top:0;padding-top:0}
h2{font-size:1.5rem;margin-bottom:.4rem}
h3{font-size:1.1rem;margin:2rem 0 .6rem}
h4{font-size:1rem;margin:1.4rem 0 .4rem}
h5,h6{font-size:.95rem;margin:1.1rem 0 .3rem}
h3 code{font-weight:400}
.lead{color:var(--p-muted);max-width:46rem;margin-bottom:1.25rem}
section>p:not(.lead){margin:.6rem 0;max-width:46rem}
footer{border-top:1px solid var(--p-line);padding:1.5rem 2rem 3rem;color:var(--p-muted);font-size:.875rem}
footer p{max-width:80rem;margin:0 auto}
"""

_PARTS = """
.scroll{overflow-x:auto;position:relative;margin:1rem 0;max-width:100%}
figure{margin:1.25rem 0}
figure .scroll{margin:0}
svg.picture{display:block;max-width:100%;height:auto}
.scroll>svg.picture{max-width:none}
.small{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1.25rem;margin:1.25rem 0}
.small figure{margin:0}.small svg.picture{width:100%}
table{border-collapse:collapse;font-size:.9rem;min-width:100%}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{padding:.42rem 1rem .42rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--p-line);
overflow-wrap:normal}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8rem;font-weight:600;color:var(--p-muted);white-space:nowrap;vertical-align:bottom}
tbody th{font-weight:500}th:has(code){min-width:11rem}
tbody th.t-strong{font-weight:650}
td{font-weight:400}td.t-strong{font-weight:600}
.n,th code{white-space:nowrap}.r{text-align:right}.c{text-align:center}td.r{white-space:nowrap}
.d1{padding-left:1.25rem}.d2{padding-left:2.5rem}.d3{padding-left:3.75rem}.d4{padding-left:5rem}
.d5{padding-left:6.25rem}.d6{padding-left:7.5rem}
.facts{display:grid;gap:.15rem 0;font-size:.925rem;max-width:60rem}
.facts>div{display:grid;grid-template-columns:minmax(8rem,14rem) minmax(0,1fr);gap:1rem;padding:.3rem 0;
border-bottom:1px solid var(--p-line)}
dt{color:var(--p-muted)}dd{margin:0}
.tiles{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(12.5rem,100%),1fr));
gap:1.5rem 2rem;margin:1.25rem 0}
.tiles li{border-top:2px solid var(--p-ink);padding-top:.6rem;display:flex;flex-direction:column;gap:.15rem}
.label{font-size:.875rem;color:var(--p-muted)}
.value{font-size:1.6rem;font-weight:600;line-height:1.2;letter-spacing:-.015em}
.note{font-size:.875rem;color:var(--p-muted)}
.bar{display:block;position:relative;height:6px;border-radius:2px;background:var(--p-track)}
.bar::before{content:"";display:block;height:6px;border-radius:2px;background:var(--p-accent)}
.bar[class*=" p"]::after{content:"";position:absolute;top:-2px;width:2px;height:10px;margin-left:-1px;
background:var(--p-ink)}
.tiles .bar{margin:.4rem 0;max-width:14rem}
.fold{margin:1rem 0}
.fold>summary{cursor:pointer;color:var(--p-accent);padding:.35rem 0}
"""

_ITEMS = """
.filters{display:none;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;margin:1rem 0;padding:.9rem 0;
border-top:1px solid var(--p-line);border-bottom:1px solid var(--p-line)}
.js .filters{display:flex}
.filters label{display:grid;gap:.2rem;font-size:.8rem;color:var(--p-muted)}
input,select,button{font:inherit;font-size:.925rem;color:var(--p-ink);background:var(--p-surface);
border:1px solid var(--p-muted);border-radius:4px;padding:.35rem .55rem;min-height:2.25rem;max-width:100%}
select{max-width:12rem}
#q{width:15rem}
button{cursor:pointer}button:hover{border-color:var(--p-ink)}
.buttons{display:flex;gap:.5rem;flex-wrap:wrap}
#count{font-size:.875rem;color:var(--p-muted);flex-basis:100%;min-height:1.5em}
.item{border-bottom:1px solid var(--p-line)}
.items>.item:first-child{border-top:1px solid var(--p-line)}
.below .item:last-child{border-bottom:0}
.item>summary{display:grid;grid-template-columns:minmax(0,1fr) 8.5rem 5rem 9.5rem 7.5rem;gap:.2rem 1rem;
align-items:center;padding:.55rem .25rem .55rem 1.4rem;cursor:pointer;position:relative;list-style:none}
.item>summary::-webkit-details-marker{display:none}
.item>summary::before{content:"";position:absolute;left:.3rem;top:1.05rem;border:.3rem solid transparent;
border-left:.4rem solid var(--p-muted);border-right:0}
.item[open]>summary::before{transform:rotate(90deg)}
.item>summary:hover{background:var(--p-surface)}
summary>b{font-weight:500}.objective>summary>b{font-weight:650}
.s,.d,.u{font-size:.875rem;grid-row:1}
.s{grid-column:2;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.item .bar{grid-column:3;grid-row:1}
.d{grid-column:4;color:var(--p-muted);white-space:nowrap}.u{grid-column:5;color:var(--p-muted);white-space:nowrap}
.body{padding:.1rem 0 .8rem 1.4rem;display:grid;gap:.5rem;font-size:.925rem}
.body p{max-width:46rem}
.body .scroll{margin:.25rem 0}
.why{color:var(--p-muted)}
.meta{color:var(--p-muted);font-size:.875rem}
.steps{list-style:none;padding:0;display:grid;gap:.1rem;font-size:.875rem}
.steps li{display:grid;grid-template-columns:minmax(0,25rem) minmax(0,1fr);gap:1rem;padding:.2rem 0}
.steps span{color:var(--p-muted)}
.below{margin-left:1.4rem;border-left:1px solid var(--p-line);padding-left:.9rem;margin-bottom:.6rem}
"""

_NARROW = """
@media (max-width:68rem){.sheet{grid-template-columns:minmax(0,1fr);gap:1.5rem}
.contents{position:static;max-height:none}
.contents ul{display:flex;flex-wrap:wrap;border:0;gap:0 1.1rem}.contents a{padding:.28rem 0}}
@media (max-width:52rem){tbody th{min-width:9rem}.item>summary{grid-template-columns:minmax(0,1fr) auto}
summary>b{grid-column:1/-1}.s{grid-column:1;grid-row:2}.u{grid-column:2;grid-row:2}
.d{grid-column:2;grid-row:3;text-align:right}.item .bar{grid-column:1;grid-row:3}
.head{padding:2rem 1rem 1.25rem}.sheet{padding:0 1rem 2rem}footer{padding-left:1rem;padding-right:1rem}
.facts>div,.steps li{grid-template-columns:minmax(0,1fr);gap:0}.below{margin-left:.3rem;padding-left:.6rem}
.tiles{grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr));gap:1.25rem}
#q{width:100%}.filters label{flex:1 1 9rem}select{max-width:none;width:100%}}
"""

_PAPER = """
@media print{@page{margin:18mm 15mm}
:root{COLOURS;color-scheme:light}
html{font-size:10pt}
.skip,.contents,.filters{display:none!important}
.head,.sheet,footer{padding-left:0;padding-right:0;max-width:none}
.head{padding-top:0}.sheet{display:block}
section{break-before:page;padding:0 0 1rem;border:0}
section:first-child,section.run{break-before:auto}
h2,h3,h4,caption,summary{break-after:avoid}
tr,figure,.tiles li,.facts>div,.item>summary{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.scroll>svg.picture,svg.picture{max-width:100%;max-height:225mm;width:auto}
.small svg.picture{width:100%}table{font-size:.8rem}th,td{padding-right:.6rem}
details::details-content{content-visibility:visible;display:block;block-size:auto}
.item>summary::before{display:none}.item>summary{padding-left:0}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def _tight(source: str) -> str:
    """Without the line ends, which only the source needs."""
    return "".join(source.splitlines())


_BARS = "".join(f".w{at}::before{{width:{at}%}}.p{at}::after{{left:{at}%}}" for at in range(101))

STYLE = _tight(
    _COLOURS
    + _GROUND
    + _SHEET
    + _PARTS
    + _ITEMS
    + _BARS
    + _NARROW
    + _PAPER.replace("COLOURS", declared(dark=False))
)
"""The whole style sheet of a page."""
