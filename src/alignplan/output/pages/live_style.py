"""What is added to the look of a page that is served."""

from __future__ import annotations

__all__ = ["LIVE_STYLE"]

LIVE_STYLE = """
#live{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;max-width:84rem;margin:0 auto;
padding:.6rem 2rem;font-size:.875rem;color:var(--p-muted)}
#live-state.lost{color:var(--p-bad)}
#live-earlier summary{cursor:pointer}
#live-earlier ul{list-style:none;padding:.4rem 0;max-height:14rem;overflow:auto}
#live-wrong{flex-basis:100%;border-left:3px solid var(--p-bad);padding:.2rem 0 .2rem 1rem;color:var(--p-ink)}
.wrong-lines{list-style:none;padding:0;white-space:pre-wrap;overflow-wrap:anywhere;
font:.86rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,
"Liberation Mono",monospace;margin:.4rem 0}
.wrong-page{max-width:60rem;margin:0 auto;padding:3rem 2rem;font-family:system-ui,sans-serif}
@media (max-width:52rem){#live{padding:.6rem 1rem}.wrong-page{padding:2rem 1rem}}
@media print{#live{display:none}}
""".replace("\n", "")
"""Beside the style of every page."""
