"""What a page does by itself, where scripts run: it looks for items, opens and closes them. All is readable without.

What is looked for stands in the address (`#q=shop&owner=mia`), so that it can be sent on.
"""

from __future__ import annotations

__all__ = ["EARLY", "SCRIPT"]

EARLY = "document.documentElement.classList.add('js')"
"""Runs before anything is shown, so that nothing jumps."""

SCRIPT = """
(function () {
  'use strict';
  var form = document.getElementById('filters');
  function all() { return Array.prototype.slice.call(document.querySelectorAll('details')); }
  function openAll() {
    all().forEach(function (one) { if (!one.open) { one.open = true; one.dataset.printed = '1'; } });
  }
  addEventListener('beforeprint', openAll);
  addEventListener('afterprint', function () {
    all().forEach(function (one) { if (one.dataset.printed) { one.open = false; delete one.dataset.printed; } });
  });
  function reached() {
    document.querySelectorAll('.scroll').forEach(function (one) {
      if (one.scrollWidth > one.clientWidth) { one.tabIndex = 0; } else { one.removeAttribute('tabindex'); }
    });
  }
  addEventListener('resize', reached);
  document.addEventListener('toggle', reached, true);
  reached();
  if (!form) { return; }
  var field = { q: null, owner: null, health: null, status: null };
  Object.keys(field).forEach(function (name) { field[name] = document.getElementById(name); });
  var count = document.getElementById('count'), nothing = document.getElementById('nothing');
  function gathered(known) {
    return Array.prototype.slice.call(document.querySelectorAll('.item')).map(function (item) {
      return entry(item, known.has(item) ? known.get(item) : item.open);
    });
  }
  function entry(item, open) {
    var body = item.querySelector(':scope > .body'), head = item.querySelector('summary');
    return {
      node: item, open: open, heading: !item.id, owner: item.dataset.o || '', health: item.dataset.h || '',
      status: item.dataset.s || '', text: plain(head.textContent + ' ' + (body ? body.textContent : ''))
    };
  }
  var items = gathered(new Map());
  var before = false;
  function plain(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '');
  }
  function asked() {
    var found = {};
    Object.keys(field).forEach(function (name) { found[name] = field[name].value; });
    return found;
  }
  function fits(item, words, wanted) {
    return (!wanted.owner || item.owner === wanted.owner) && (!wanted.health || item.health === wanted.health) &&
      (!wanted.status || item.status === wanted.status) &&
      words.every(function (word) { return item.text.indexOf(word) >= 0; });
  }
  function look() {
    var wanted = asked();
    var words = plain(wanted.q).split(/\\s+/).filter(Boolean);
    var any = words.length || wanted.owner || wanted.health || wanted.status;
    var shown = new Set(), number = 0, total = 0;
    items.forEach(function (item) { total += item.heading ? 0 : 1; });
    items.forEach(function (item) {
      if (any && (item.heading || !fits(item, words, wanted))) { return; }
      number += item.heading ? 0 : 1;
      for (var at = item.node; at && !shown.has(at); at = at.parentElement.closest('.item')) { shown.add(at); }
    });
    if (any && !before) { items.forEach(function (item) { item.open = item.node.open; }); }
    items.forEach(function (item) {
      item.node.hidden = !shown.has(item.node);
      if (!any && before) { item.node.open = item.open; }
      if (any) { item.node.open = false; }
    });
    if (any) { shown.forEach(function (node) {
      var up = node.parentElement.closest('.item');
      if (up) { up.open = true; }
    }); }
    before = !!any;
    nothing.hidden = number > 0;
    count.textContent = any ? number + ' of ' + total + ' objectives and tactics' : '';
  }
  function told() {
    var wanted = asked(), parts = [];
    Object.keys(wanted).forEach(function (name) {
      if (wanted[name]) { parts.push(name + '=' + encodeURIComponent(wanted[name])); }
    });
    var hash = parts.length ? '#' + parts.join('&') : location.pathname + location.search;
    try { history.replaceState(null, '', hash); } catch (refused) { /* the address stays as it is */ }
  }
  function read() {
    var hash = location.hash.slice(1);
    if (hash.indexOf('=') < 0) { reveal(hash); return; }
    form.reset();
    hash.split('&').forEach(function (part) {
      var at = part.indexOf('='), name = part.slice(0, at);
      if (!Object.prototype.hasOwnProperty.call(field, name)) { return; }
      try {
        field[name].value = decodeURIComponent(part.slice(at + 1).replace(/\\+/g, ' '));
      } catch (broken) { return; }
    });
    look();
  }
  function reveal(id) {
    var target = id && document.getElementById(id);
    for (var at = target; at; at = at.parentElement && at.parentElement.closest('details')) {
      if (at.tagName === 'DETAILS') { at.open = true; }
    }
    if (target && target.tagName === 'DETAILS') { target.scrollIntoView(); }
  }
  form.addEventListener('input', function () { look(); told(); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(function () { look(); told(); }, 0); });
  document.getElementById('open-all').addEventListener('click', function () {
    items.forEach(function (item) { item.node.open = true; });
  });
  document.getElementById('close-all').addEventListener('click', function () {
    items.forEach(function (item) { item.node.open = false; });
  });
  addEventListener('hashchange', read);
  document.addEventListener('alignplan:new', function () {
    items = gathered(new Map(items.map(function (item) { return [item.node, item.open]; })));
    if (before) { look(); }
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault(); field.q.focus();
    }
    if (event.key === 'Escape' && document.activeElement === field.q) { form.reset(); }
  });
  read();
})();
"""
"""Runs once the page is there."""
