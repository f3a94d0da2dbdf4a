"""Pictures of plans as SVG: records of texts, figures and dates in, drawings out; no plan is known here."""
