"""What a served page does: it waits for news and takes over what is new, node by node.

What stays as it was is not touched, so that nothing flickers: what is open stays open, the focus and what was typed
stay where they are, and what is read stays at its place on the screen.
"""

from __future__ import annotations

__all__ = ["LIVE"]

LIVE = """
(function () {
  'use strict';
  var meta = document.querySelector('meta[name="alignplan-state"]');
  var busy = false, again = false, lost = false;
  function say(words, isLost) {
    var line = document.getElementById('live-state');
    lost = isLost;
    if (line) { line.textContent = words; line.classList.toggle('lost', isLost); }
  }
  function key(node) {
    if (node.nodeType !== 1) { return null; }
    return node.id || (node.tagName === 'OPTION' ? 'option ' + node.value : null);
  }
  function isScript(node) { return node.nodeName === 'SCRIPT'; }
  function likes(old, fresh) {
    return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && key(old) === key(fresh);
  }
  function attributes(old, fresh) {
    Array.from(old.attributes).forEach(function (one) {
      var kept = one.name === 'open' && old.nodeName === 'DETAILS';
      if (!kept && !fresh.hasAttribute(one.name)) { old.removeAttribute(one.name); }
    });
    Array.from(fresh.attributes).forEach(function (one) {
      var kept = one.name === 'open' && old.nodeName === 'DETAILS';
      if (!kept && old.getAttribute(one.name) !== one.value) { old.setAttribute(one.name, one.value); }
    });
  }
  function children(old, fresh, pending) {
    var named = new Map();
    Array.from(old.childNodes).forEach(function (one) { if (key(one)) { named.set(key(one), one); } });
    var wanted = new Set(Array.from(fresh.childNodes).map(key));
    var at = old.firstChild;
    function skipGone() {
      while (at && key(at) && !wanted.has(key(at))) { var gone = at; at = at.nextSibling; gone.remove(); }
    }
    Array.from(fresh.childNodes).forEach(function (one) {
      skipGone();
      var name = key(one), kept = name ? named.get(name) : at && !key(at) && likes(at, one) ? at : null;
      if (!kept || !likes(kept, one)) { old.insertBefore(document.importNode(one, true), at); return; }
      if (kept === at) { at = at.nextSibling; } else { old.insertBefore(kept, at); }
      pending.push([kept, one]);
    });
    while (at) { var rest = at; at = at.nextSibling; rest.remove(); }
  }
  function take(old, fresh) {
    var pending = [[old, fresh]];
    while (pending.length) {
      var pair = pending.pop();
      if (pair[0].isEqualNode(pair[1])) { continue; }
      if (isScript(pair[0])) {
        if (pair[0].type === 'application/json') { pair[0].textContent = pair[1].textContent; }
        continue;
      }
      if (pair[0].nodeType !== 1) { pair[0].data = pair[1].data; continue; }
      attributes(pair[0], pair[1]);
      children(pair[0], pair[1], pending);
    }
  }
  function typed() {
    return Array.from(document.querySelectorAll('input, select')).map(function (one) { return [one, one.value]; });
  }
  function show(text) {
    var fresh = new DOMParser().parseFromString(text, 'text/html');
    var state = fresh.querySelector('meta[name="alignplan-state"]');
    if (!state || !fresh.getElementById('plan-data') !== !document.getElementById('plan-data')) {
      location.reload();
      return;
    }
    var values = typed(), focus = document.activeElement;
    var seen = document.elementFromPoint(innerWidth / 2, Math.min(80, innerHeight / 2));
    var top = seen ? seen.getBoundingClientRect().top : 0;
    take(document.body, fresh.body);
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    meta.content = state.content;
    values.forEach(function (pair) { if (pair[0].isConnected) { pair[0].value = pair[1]; } });
    document.dispatchEvent(new Event('alignplan:new'));
    if (focus && focus.isConnected && focus !== document.activeElement) { focus.focus({ preventScroll: true }); }
    if (seen && seen.isConnected && scrollY > 0) { scrollBy(0, seen.getBoundingClientRect().top - top); }
  }
  function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    fetch(location.pathname, { cache: 'no-store' }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      show(text);
      say('Follows the files of the plan. Last change shown at ' + new Date().toLocaleTimeString() + '.', false);
    }).catch(function () { say('Not reached any more: what is shown may be old.', true); }).then(function () {
      busy = false;
      if (again) { again = false; refresh(); }
    });
  }
  var events = new EventSource('/events');
  events.addEventListener('state', function (event) {
    if (event.data !== meta.content) { refresh(); } else { say('Follows the files of the plan.', false); }
  });
  events.addEventListener('error', function () { say('Not reached any more: what is shown may be old.', true); });
})();
"""
"""Runs once the page is there, after the script of every page."""
