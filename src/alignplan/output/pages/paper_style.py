"""How a page looks on paper: numbers and a running title on each sheet, contents with the numbers of the sheets."""

from __future__ import annotations

from alignplan.output.pictures.colours import declared

__all__ = ["PAPER_STYLE"]

PAPER_STYLE = f"""
@page{{size:A4;margin:20mm 16mm 18mm;
@top-left{{content:string(plan);font-size:8pt;color:#5c6470}}
@top-right{{content:string(part);font-size:8pt;color:#5c6470}}
@bottom-left{{content:string(day);font-size:8pt;color:#5c6470}}
@bottom-right{{content:counter(page) " / " counter(pages);font-size:8pt;color:#5c6470}}}}
@page :first{{@top-left{{content:none}}@top-right{{content:none}}
@bottom-left{{content:none}}@bottom-right{{content:none}}}}
:root{{{declared(dark=False)}}}
html{{font-size:9.5pt;line-height:1.4}}
body{{overflow-wrap:break-word}}
h1{{string-set:plan content();font-size:26pt}}
h2{{string-set:part content();font-size:16pt}}
.asof{{string-set:day content()}}
.head{{padding:55mm 0 0}}
.sheet{{display:block;padding:0}}
.contents{{display:block!important;position:static;max-height:none;overflow:visible;margin-top:14mm}}
.contents ul{{display:block;border:0}}
.contents li{{display:block}}
.contents a{{display:block;padding:.7mm 0;color:inherit;text-decoration:none}}
.contents a::after{{content:leader(".") target-counter(attr(href url),page)}}
section,section:first-child{{break-before:page;padding:0;border:0}}
section.run{{break-before:auto;padding-top:8mm}}
details,.item,.fold{{display:block}}
.small{{display:block}}
.small figure{{display:inline-block;width:56mm;margin:0 1.5mm 3mm 0;vertical-align:top;break-inside:avoid}}
.tiles{{display:block}}
.tiles li{{display:inline-block;width:54mm;margin:0 3mm 5mm 0;vertical-align:top;break-inside:avoid}}
.tiles li>*{{display:block}}
figure{{break-inside:avoid}}
svg.picture{{max-width:178mm!important;max-height:225mm;width:auto;height:auto}}
.scroll{{overflow:visible}}
table{{width:100%;font-size:8pt}}
th,td{{padding-right:2mm;overflow-wrap:break-word}}
thead th,td.r{{white-space:normal}}
tbody th{{min-width:0}}
table:has(thead th:nth-child(8)){{font-size:6.8pt}}
table:has(thead th:nth-child(8)) code{{overflow-wrap:anywhere}}
tbody tr:nth-child(-n+2){{break-before:avoid}}
.fold>summary{{break-after:avoid}}
.item>summary{{display:block;padding-left:0}}
.item>summary>*{{display:inline;margin-right:3mm;white-space:normal}}
.item>summary>.bar,.item>summary::before{{display:none}}
.below{{margin-left:3mm;padding-left:3mm}}
.body{{display:block;padding-left:3mm}}
.facts>div{{display:block}}.facts dt{{display:inline}}.facts dd{{display:inline;margin-left:3mm}}
footer{{padding:6mm 0 0}}
.unseen{{display:none}}
"""
"""Beside the style of every page, whose own rules for paper a browser follows."""
