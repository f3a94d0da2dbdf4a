"""Plans with money: the hand-computed example, and one with every way in which cost can be known or not."""

from __future__ import annotations

WALL = """
alignplan: 1
plan:
  title: A garden wall
  horizon: {start: 2026-03-02, due: 2026-03-27}
  currency: EUR
objectives:
  wall: {title: Build a wall around the garden}
tactics:
  north:
    title: The north side
    supports: wall
    start: 2026-03-02
    due: 2026-03-13
    budget: {planned: 10000, spent: 5000}
    progress: 40%
    status: active
  south:
    title: The south side
    supports: wall
    start: 2026-03-16
    due: 2026-03-27
    budget: {planned: 20000}
    status: planned
"""
"""Two weeks for each side. On Monday 9 March eight of the twelve days of the north side are over."""

CREW = """
alignplan: 1
plan:
  title: A crew
  horizon: {start: 2026-03-02, due: 2026-03-27}
teams:
  masons: {title: Masons}
  empty: {title: Nobody yet}
people:
  ana: {name: Ana, team: masons, cost: 400}
  ben: {name: Ben, team: masons, cost: 600}
  cem: {name: Cem}
objectives:
  wall: {title: Wall}
  shed: {title: Shed, parent: wall}
  roof: {title: Roof}
tactics:
  dig:
    title: Dig
    supports: {wall: 25, roof: 75}
    owner: masons
    actions:
      mark: {title: Mark, effort: 2d, status: done, finished: 2026-03-03, spent: 3d, due: 2026-03-03}
      trench: {title: Trench, assigned: {ana: 50%, ben: 100%}, effort: 6d, progress: 50%, spent: 4d, remaining: 5d,
               start: 2026-03-04, due: 2026-03-13}
      dry: {title: Let it dry, elapsed: 7d, start: 2026-03-14, due: 2026-03-20}
  build:
    title: Build
    supports: [shed, roof]
    owner: ana
    actions:
      lay: {title: Lay the stones, effort: 1w, start: 2026-03-09, due: 2026-03-20, progress: 20%}
  paint:
    title: Paint
    supports: shed
    owner: cem
    actions: {coat: {title: Coat, effort: 2d}}
  plant:
    title: Plant
    supports: shed
    owner: empty
    actions: {hedge: {title: Hedge, effort: 2d}}
  gate: {title: Gate, supports: wall, budget: {planned: 900, spent: 100}, status: active}
  tools: {title: Tools, supports: roof, budget: {planned: 300}, status: active, progress: 50%}
  hire: {title: Hire, supports: wall, budget: {planned: 500, spent: 450}, status: done, finished: 2026-03-05}
  scaffold: {title: Scaffold, supports: roof, budget: {planned: 700, spent: 20}, status: dropped}
  idle: {title: Idle, supports: roof}
  free: {title: Free, supports: roof, budget: {planned: 0, spent: 0}, progress: 10%, status: active}
"""
