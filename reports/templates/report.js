'use strict';
/* Routes: #/ overview, #/g/CODE a group, #/u/CODE a unit, #/p/CODE a person, #/units, #/people; other fragments are places
   of the overview. Words of the data reach the page as text nodes only; markup is taken from this file itself. */
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  function $(id) { return document.getElementById(id); }
  function island(name) { return JSON.parse($('island-' + name).textContent); }
  var index = island('index'), w = index.w, cache = {};
  function lazy(name) { return cache[name] || (cache[name] = island(name)); }

  /* --- nodes ----------------------------------------------------------------------------------------------------------- */
  function el(tag, props) {
    var node = document.createElement(tag), i, key;
    for (key in props || {}) {
      if (props[key] === null || props[key] === undefined || props[key] === false) continue;
      if (key === 'class') node.className = props[key];
      else if (key === 'on') for (i in props.on) node.addEventListener(i, props.on[i]);
      else node.setAttribute(key, props[key] === true ? '' : props[key]);
    }
    for (i = 2; i < arguments.length; i++) add(node, arguments[i]);
    return node;
  }
  function add(node, child) {
    if (child === null || child === undefined || child === '') return;
    if (Array.isArray(child)) child.forEach(function (one) { add(node, one); });
    else node.appendChild(child.nodeType ? child : document.createTextNode(child));
  }

  /* --- subjects -------------------------------------------------------------------------------------------------------- */
  var FIELDS = ['person', 'code', 'name', 'group', 'unit', 'role', 'post', 'rank', 'grade', 'tone', 'total', 'exact', 'last', 'change', 'notes'];
  var units = [], people = [], byUnit = {}, byPerson = {}, groupNames = {}, unitNames = {}, personNames = {};
  index.groups.forEach(function (pair) { groupNames[pair[0]] = pair[1]; });
  index.all.forEach(function (row) {
    var one = {};
    FIELDS.forEach(function (field, i) { one[field] = row[i]; });
    one.href = (one.person ? '#/p/' : '#/u/') + encodeURIComponent(one.code);
    (one.person ? people : units).push(one);
    (one.person ? byPerson : byUnit)['$' + one.code] = one;
    var names = one.person ? personNames : unitNames;
    names['$' + one.name] = names['$' + one.name] ? 'many' : one;
  });
  function unit(code) { return byUnit['$' + code]; }
  function person(code) { return byPerson['$' + code]; }
  function groupName(code) { return groupNames[code] || code; }
  function groupHref(code) { return '#/g/' + encodeURIComponent(code); }
  function link(one, words) { return el('a', { href: one.href }, words || one.name); }
  function dot(tone) { return tone ? el('i', { class: 'dot d' + tone }) : null; }
  function withTip(text, exact) {
    if (!exact) return text;
    return el('span', { class: 'x', tabindex: '0', 'data-x': exact, 'aria-label': text + ' (' + w.exactly + ' ' + exact + ')', role: 'note' }, text);
  }
  function grade(one) { return el('span', { class: one.tone ? '' : 'instead' }, dot(one.tone), one.grade); }

  /* --- tables ---------------------------------------------------------------------------------------------------------- */
  function number(text) {
    var value = parseFloat(String(text).replace('−', '-').replace(/^[+≈约]+/, '').replace(/,/g, ''));
    return isNaN(value) ? null : value;
  }
  var collator = window.Intl && Intl.Collator ? new Intl.Collator(root.lang, { numeric: true }) : null;
  function compare(a, b) {
    var x = number(a), y = number(b);
    if (x !== null && y !== null && x !== y) return x - y;
    if (a === '' || b === '') return a === b ? 0 : (a === '' ? 1 : -1);
    return collator ? collator.compare(a, b) : (a < b ? -1 : a > b ? 1 : 0);
  }
  function sortable(table) {
    var heads = table.querySelectorAll('thead th'), body = table.tBodies[0];
    if (!body || body.rows.length < 2 || table.dataset.sorts) return;
    table.dataset.sorts = '1';
    heads.forEach(function (th, at) {
      if (!th.textContent) return;
      var button = el('button', { type: 'button', class: 'sort' }, th.textContent);
      th.textContent = '';
      th.appendChild(button);
      button.addEventListener('click', function () {
        var down = th.getAttribute('aria-sort') === 'ascending';
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        var rows = Array.prototype.slice.call(body.rows).map(function (row, i) { return [row.cells[at] ? row.cells[at].textContent : '', i, row]; });
        rows.sort(function (a, b) {
          if ((a[0] === '') !== (b[0] === '')) return a[0] === '' ? 1 : -1;
          return (down ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1];
        });
        rows.forEach(function (row) { body.appendChild(row[2]); });
      });
    });
  }
  function scroller(table, label, tall) {
    return el('div', { class: 'scroll' + (tall ? ' tall' : ''), tabindex: '0', role: 'region', 'aria-label': label }, table);
  }
  /* Static tables: exact values on cells, links on names, sorting. */
  function enliven(scope) {
    scope.querySelectorAll('table').forEach(function (table) {
      sortable(table);
      table.querySelectorAll('td.t,td.m').forEach(function (td) {
        if (td.firstElementChild) return;
        var text = td.textContent, code = unit(text) || person(text), one = code || unitNames['$' + text] || (td.classList.contains('t') && personNames['$' + text]);
        if (!one || one === 'many') return;
        td.textContent = '';
        td.appendChild(link(one, text));
      });
      table.querySelectorAll('td[data-x]').forEach(function (td) {
        var text = td.textContent, exact = td.getAttribute('data-x');
        td.removeAttribute('data-x');
        td.textContent = '';
        td.appendChild(withTip(text, exact));
      });
    });
  }
  function unfold(scope) {
    scope.querySelectorAll('details.data').forEach(function (details) {
      details.addEventListener('toggle', function () {
        var kept = details.querySelector('noscript');
        if (!details.open || details.dataset.live) return;
        details.dataset.live = '1';
        if (kept) {
          var holder = el('div');
          holder.innerHTML = kept.textContent;
          details.replaceChild(holder, kept);
        }
        enliven(details);
      });
    });
    scope.querySelectorAll('.block').forEach(function (block) {
      block.querySelectorAll('table.cards').forEach(function (table) { enliven(table.parentNode); });
    });
  }

  /* --- overview: what is about one group stands on the page of the group ----------------------------------------------- */
  var overview = $('overview'), view = $('view'), several = index.groups.length > 1;
  var aside = Array.prototype.slice.call(overview.querySelectorAll('.block[data-group]'));
  function own(block) {
    if (!block.dataset.kept) { block.dataset.kept = '1'; block.kept = block.querySelector('noscript').textContent; }
    return block.kept;
  }
  aside.forEach(function (block) { own(block); block.hidden = true; });
  overview.querySelectorAll('section').forEach(function (section) {
    var blocks = section.querySelectorAll('.block');
    if (!blocks.length || section.querySelector('.block:not([data-group])')) return;
    section.hidden = true;
    section.dataset.moved = '1';
    var entry = overview.querySelector('nav.side a[href="#' + section.id + '"]');
    if (entry) entry.parentNode.hidden = true;
  });
  function members(code) { return units.filter(function (one) { return one.group === code; }); }
  function gradesOf(list) {
    var found = [], at = {};
    list.forEach(function (one) {
      var key = one.tone ? one.grade : w.none_yet;
      if (!(key in at)) { at[key] = found.length; found.push({ grade: key, tone: one.tone, n: 0 }); }
      found[at[key]].n++;
    });
    return found.sort(function (a, b) { return (a.tone || 9) - (b.tone || 9); });
  }
  function strip(list) {
    var parts = gradesOf(list), words = parts.map(function (part) { return part.grade + ' ' + part.n; }).join('、');
    return el('div', { class: 'spread' },
      el('div', { class: 'strip', role: 'img', 'aria-label': words }, parts.map(function (part) {
        return el('i', { class: 'd' + (part.tone || 0), style: 'flex-grow:' + part.n });
      })),
      el('p', { class: 'key' }, parts.map(function (part) { return el('span', null, part.tone ? dot(part.tone) : el('i', { class: 'dot d0' }), part.grade + ' ' + part.n); })));
  }
  document.querySelectorAll('.bar a[data-group]').forEach(function (a) { a.href = groupHref(a.dataset.group); });
  if (several) {
    var grid = $('groups').querySelector('.grid');
    index.groups.forEach(function (pair) {
      var list = members(pair[0]), first = list.filter(function (one) { return one.rank === 1; });
      grid.appendChild(el('div', { class: 'card' },
        el('h3', null, el('a', { href: groupHref(pair[0]) }, pair[1]), el('small', null, list.length + ' ' + w.units_n)),
        strip(list),
        first.length ? el('p', null, el('small', null, w.first), ' ', first.slice(0, 3).map(function (one, i) { return [i ? '、' : '', link(one), ' ' + one.total]; })) : null));
    });
    $('groups').hidden = false;
    var list = overview.querySelector('nav.side ol');
    list.insertBefore(el('li', null, el('a', { href: '#groups' }, w.groups)), list.firstChild);
  }
  unfold(overview);

  /* --- pages ----------------------------------------------------------------------------------------------------------- */
  function crumbs() {
    var items = Array.prototype.slice.call(arguments);
    return el('nav', { class: 'crumbs', 'aria-label': w.contents }, el('a', { href: '#/' }, w.overview), items.filter(Boolean).map(function (item) { return [el('span', { 'aria-hidden': 'true' }, '›'), item]; }));
  }
  function section(title, id) {
    var node = el('section', { class: 'part', id: id || null });
    if (title) node.appendChild(el('h2', null, title));
    for (var i = 2; i < arguments.length; i++) add(node, arguments[i]);
    return node;
  }
  function heading(title, small) { return el('h1', { tabindex: '-1' }, title, small ? el('small', null, small) : null); }

  function groupPage(code) {
    var list = members(code);
    if (!list.length) return null;
    var page = el('div', { class: 'page' }, crumbs(groupName(code)), heading(groupName(code), list.length + ' ' + w.units_n), strip(list));
    var figures = el('div', { class: 'sections' });
    aside.filter(function (block) { return block.dataset.group === code; }).forEach(function (block) {
      var copy = el('div', { class: 'block' });
      copy.innerHTML = block.kept;
      figures.appendChild(copy);
    });
    page.appendChild(section(w.members, null, explorer(list, false, true)));
    if (figures.firstChild) page.appendChild(section(w.ranking, null, figures));
    unfold(figures);
    return page;
  }

  var STEP = 100;
  function explorer(list, isPeople, ofGroup) {
    var state = { name: '', group: '', role: '', grade: '', by: null, down: false, n: STEP };
    var columns = [
      ['rank', w.rank, 'm'], ['code', w.code, 'm'], ['name', w.name, 't'],
      isPeople ? ['unit', w.unit, 't'] : null, isPeople ? ['post', w.post, 't'] : null, isPeople ? ['role', w.role, 'm'] : null,
      ofGroup || !several && !isPeople ? null : ['group', w.group, 'm'],
      ['total', w.total, 'n'], ['grade', w.grade, 'm'], ['last', w.last, 'n'], ['change', w.change, 'n'], ['notes', w.notes, 'l']
    ].filter(Boolean).filter(function (column) {
      return column[0] === 'rank' || list.some(function (one) { return one[column[0]]; });
    });
    var body = el('tbody'), said = el('p', { class: 'said', role: 'status' }), more = el('button', { type: 'button', class: 'more' });
    function shown(one, field) {
      if (field === 'unit') return one.unit && unit(one.unit) ? unit(one.unit).name : one.unit;
      if (field === 'group') return groupName(one.group);
      return one[field] ? String(one[field]) : '';
    }
    function cell(one, column) {
      var field = column[0], text = shown(one, field), inner = text;
      if (field === 'name') inner = link(one);
      else if (field === 'unit' && unit(one.unit)) inner = link(unit(one.unit));
      else if (field === 'grade') inner = grade(one);
      else if (field === 'total') inner = withTip(text, one.exact);
      return el('td', { class: column[2] + (field === 'change' && text.charAt(0) === '−' ? ' down' : '') + (field === 'total' && number(text) === null ? ' instead' : ''), 'data-l': column[1] }, inner);
    }
    function draw() {
      var found = list.filter(function (one) {
        return (!state.name || (one.name + ' ' + one.code).toLowerCase().indexOf(state.name) >= 0) && (!state.group || one.group === state.group) &&
          (!state.role || one.role === state.role) && (!state.grade || (one.tone ? one.grade : w.none_yet) === state.grade);
      });
      if (state.by) {
        found = found.map(function (one, i) { return [shown(one, state.by), i, one]; }).sort(function (a, b) {
          if ((a[0] === '') !== (b[0] === '')) return a[0] === '' ? 1 : -1;
          var order = state.by === 'grade' ? (a[2].tone || 9) - (b[2].tone || 9) : compare(a[0], b[0]);
          return (state.down ? -1 : 1) * order || a[1] - b[1];
        }).map(function (row) { return row[2]; });
      }
      body.textContent = '';
      found.slice(0, state.n).forEach(function (one) {
        body.appendChild(el('tr', null, columns.map(function (column) { return cell(one, column); })));
      });
      said.textContent = w.shown_of + ' ' + Math.min(state.n, found.length) + ' / ' + found.length;
      more.hidden = found.length <= state.n;
      more.textContent = w.more + ' ' + Math.min(STEP, found.length - state.n);
    }
    more.addEventListener('click', function () { state.n += STEP; draw(); });
    function pick(field, label, values) {
      var id = 'f-' + field + (isPeople ? 'p' : 'u');
      return el('div', { class: 'pick' }, el('label', { for: id }, label), el('select', { id: id, on: { change: function (event) { state[field] = event.target.value; state.n = STEP; draw(); } } },
        el('option', { value: '' }, w.any), values.map(function (value) { return el('option', { value: value[0] }, value[1]); })));
    }
    var nameId = 'f-name' + (isPeople ? 'p' : 'u'), roles = [];
    list.forEach(function (one) { if (one.role && roles.indexOf(one.role) < 0) roles.push(one.role); });
    var filters = list.length < 2 ? null : el('div', { class: 'filters', role: 'group', 'aria-label': w.filter },
      el('div', { class: 'pick' }, el('label', { for: nameId }, w.filter_name), el('input', { id: nameId, type: 'text', autocomplete: 'off', on: { input: function (event) { state.name = event.target.value.trim().toLowerCase(); state.n = STEP; draw(); } } })),
      ofGroup || !several ? null : pick('group', w.group, index.groups),
      roles.length > 1 ? pick('role', w.role, roles.map(function (role) { return [role, role]; })) : null,
      pick('grade', w.grade, gradesOf(list).map(function (part) { return [part.grade, part.grade + ' ' + part.n]; })));
    var heads = columns.map(function (column) {
      var th = el('th', { scope: 'col', class: column[2] });
      th.appendChild(el('button', { type: 'button', class: 'sort', on: { click: function () {
        state.down = state.by === column[0] && !state.down;
        state.by = column[0];
        heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
        th.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
        draw();
      } } }, column[1]));
      return th;
    });
    draw();
    return el('div', { class: 'explorer' }, filters, said, scroller(el('table', { class: 'cards' }, el('thead', null, el('tr', null, heads)), body), isPeople ? w.all_people : w.all_units), more);
  }

  /* A text of a pool: as it is, or its words with the figures put in. */
  function worded(pool, at) {
    var value = pool[at], figures;
    if (!Array.isArray(value) || typeof value[0] !== 'number') return value;
    figures = value[1].split(' ');
    return pool[value[0]].replace(/#/g, function () { return figures.shift(); });
  }
  function cellOf(at) {
    var cell = worded(lazy('pages').c, at);
    return typeof cell === 'string' ? [cell, '', ''] : [cell[0], cell[1], cell[2] || ''];
  }
  function said(at) { return worded(lazy('trees').s, at || 0); }
  function textOf(at) { return cellOf(at)[0]; }
  function blockOf(block) {
    var table = null, head = lazy('pages').h[block[2] || 0], rows = block[3] || [];
    if (rows.length) {
      var long = head.some(function (label) { return label.charAt(0) === 'l'; });
      var aside = function (i) { return !i && head[i].slice(1) === w.code ? ' wide-only' : ''; };
      table = el('table', { class: long ? 'cards' : 'snug' }, el('thead', null, el('tr', null, head.map(function (label, i) {
        return el('th', { scope: 'col', class: label.charAt(0) + aside(i) }, label.slice(1));
      }))), el('tbody', null, rows.map(function (row) {
        return el('tr', null, row.map(function (at, i) {
          var cell = cellOf(at), kind = head[i].charAt(0), tone = /^\d$/.test(cell[1]) ? cell[1] : '';
          return el('td', { class: kind + aside(i) + (cell[1] === 'i' ? ' instead' : cell[1] === 'd' ? ' down' : ''), 'data-l': head[i].slice(1) },
            tone ? el('span', null, dot(tone), cell[0]) : withTip(cell[0], cell[2]));
        }));
      })));
      sortable(table);
    }
    var title = textOf(block[0]);
    return section(title, null,
      (block[1] || []).length ? el('ul', { class: table ? 'said' : 'hits' }, block[1].map(function (at) { return el('li', null, textOf(at)); })) : null,
      table ? el('div', { class: head.length < 8 && table.className === 'snug' ? 'narrower' : null }, scroller(table, title)) : null);
  }
  function pathOf(path) {
    return el('ol', { class: 'path' }, path.map(function (step) {
      var cell = cellOf(step[2]), note = textOf(step[3]), share = textOf(step[4]), tone = /^\d$/.test(cell[1]) ? cell[1] : '';
      return el('li', { class: step[0] },
        el('span', { class: 'what' }, textOf(step[1])),
        el('b', { class: cell[1] === 'i' ? 'instead' : '' }, tone ? el('span', null, dot(tone), cell[0]) : withTip(cell[0], cell[2])),
        share ? el('i', { class: 'fill', 'aria-hidden': 'true' }, el('i', { style: 'width:' + Math.max(0, Math.min(100, parseFloat(share))) + '%' })) : null,
        note ? el('small', null, note) : null);
    }));
  }
  function figuresOf(key) {
    var found = document.querySelectorAll('script[data-wide]'), out = [];
    found.forEach(function (script) {
      if (script.getAttribute('data-of') !== key) return;
      var wide = el('div', { class: 'wide' }), narrow = el('div', { class: 'narrow' });
      wide.innerHTML = script.textContent;
      narrow.innerHTML = script.nextElementSibling.textContent;
      out.push(el('div', { class: 'block' }, el('figure', { class: 'pictures' }, wide, narrow)));
    });
    return out;
  }

  /* --- the tree -------------------------------------------------------------------------------------------------------- */
  function cellsOf(runs) {
    var trees = lazy('trees'), bySheet = [], last = null, n = 0;
    runs.forEach(function (run) {
      var sheet = trees.f[run[0]], at = /^([A-Z]{1,3})(\d+)(?:(>)|\+(\d+))?$/.exec(run[1]);
      if (!last || last.sheet !== sheet) bySheet.push(last = { sheet: sheet, cells: [] });
      run.slice(2).forEach(function (text, i) {
        last.cells.push([at ? (at[3] ? letters(at[1], i) + at[2] : at[1] + (+at[2] + i * (+at[4] || 1))) : run[1], said(text)]);
        n++;
      });
    });
    return el('details', { class: 'cells' }, el('summary', null, w.cells + ' ' + n), bySheet.map(function (group) {
      return el('div', { class: 'of' }, group.sheet ? el('p', null, group.sheet) : null, el('ul', null, group.cells.map(function (cell) {
        return el('li', null, el('code', null, cell[0]), cell[1] ? ' ' + cell[1] : null);
      })));
    }));
  }
  function letters(text, by) {
    var n = 0, out = '', i;
    for (i = 0; i < text.length; i++) n = n * 26 + text.charCodeAt(i) - 64;
    for (n += by; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + (n - 1) % 26) + out;
    return out;
  }
  function stepOf(step, open) {
    var what = said(step[0]), formula = said(step[1]), shown = said(step[2]), exact = said(step[3]);
    var rule = lazy('trees').r[step[4] || 0], cells = step[5] || [], parts = step[6] || [], filled = false;
    var details = el('details', { class: 'step' }, el('summary', null, el('span', { class: 'what' }, what), shown ? el('b', null, shown) : null));
    function fill() {
      if (filled) return;
      filled = true;
      add(details, el('div', { class: 'inner' },
        formula ? el('p', { class: 'formula' }, el('span', { class: 'tag' }, w.formula), formula) : null,
        exact ? el('p', { class: 'formula' }, el('span', { class: 'tag' }, w.exactly), exact) : null,
        rule ? el('p', { class: 'basis' }, el('span', { class: 'tag' }, w.basis), rule[1], el('small', null, rule[0] + ' · ' + rule[2])) : null,
        cells.length ? cellsOf(cells) : null,
        parts.map(function (part) { return stepOf(part, false); })));
    }
    details.addEventListener('toggle', function () { if (details.open) fill(); });
    details.fill = fill;
    if (open) { fill(); details.open = true; }
    return details;
  }
  function openAll(scope, open, cells) {
    var waiting = Array.prototype.slice.call(scope.querySelectorAll('details.step')), i;
    for (i = 0; i < waiting.length; i++) {
      if (open) waiting[i].fill();
      waiting[i].open = open;
      if (open) waiting[i].querySelectorAll(':scope > .inner > details.step').forEach(function (inner) { if (waiting.indexOf(inner) < 0) waiting.push(inner); });
    }
    if (cells !== null) scope.querySelectorAll('details.cells').forEach(function (details) { details.open = open && cells; });
  }
  function treeOf(told) {
    if (!told) return el('p', { class: 'say' }, w.tree_none);
    var tree = el('div', { class: 'tree' });
    [[w.rulings, told[0]], [w.scores, told[1]]].forEach(function (half) {
      if (half[1].length) add(tree, [el('h3', null, half[0]), half[1].map(function (step, i) { return stepOf(step, i === 0); })]);
    });
    return el('div', null, el('p', { class: 'say' }, w.tree_say), el('p', { class: 'buttons' },
      el('button', { type: 'button', on: { click: function () { openAll(tree, true, true); } } }, w.open_all),
      el('button', { type: 'button', on: { click: function () { openAll(tree, false, false); } } }, w.close_all)), tree);
  }

  function subjectPage(one) {
    var isPerson = !!one.person, pages = lazy('pages'), data = (isPerson ? pages.p : pages.u)[one.code];
    var told = (isPerson ? lazy('trees').p : lazy('trees').u)[one.code];
    var home = isPerson && unit(one.unit), key = (isPerson ? 'p/' : 'u/') + one.code;
    var page = el('div', { class: 'page subject' },
      crumbs(several ? el('a', { href: groupHref(one.group) }, groupName(one.group)) : null, home ? link(home) : null, one.name),
      heading(one.name, one.code + (one.post ? ' · ' + one.post : '') + (one.role && one.role !== one.post ? ' · ' + one.role : '')),
      el('ul', { class: 'keys' },
        el('li', null, el('span', null, w.total), el('b', { class: number(one.total) === null ? 'instead words' : '' }, withTip(one.total, one.exact))),
        el('li', null, el('span', null, w.grade), el('b', { class: 'words' + (one.tone ? '' : ' instead') }, dot(one.tone), one.grade)),
        el('li', null, el('span', null, w.rank), el('b', null, one.rank || '—'), el('small', null, one.rank && data[1] ? w.ranked + ' ' + data[1] : '')),
        one.last ? el('li', null, el('span', null, w.last), el('b', null, one.last), el('small', { class: one.change.charAt(0) === '−' ? 'down' : '' }, one.change ? w.change + ' ' + one.change : '')) : null),
      el('p', { class: 'lead' }, textOf(data[0])),
      one.notes ? el('p', { class: 'note' }, one.notes) : null,
      section(w.path, null, pathOf(data[2])));
    var figures = figuresOf(key);
    if (figures.length) page.appendChild(section(w.figures, null, figures));
    data[3].forEach(function (block) { page.appendChild(blockOf(block)); });
    if (!isPerson) {
      var staff = people.filter(function (other) { return other.unit === one.code; });
      if (staff.length) page.appendChild(section(w.people_of, null, scroller(el('table', { class: 'snug' },
        el('thead', null, el('tr', null, [[w.name, 't'], [w.post, 't'], [w.role, 'm'], [w.total, 'n'], [w.grade, 'm']].map(function (head) { return el('th', { scope: 'col', class: head[1] }, head[0]); }))),
        el('tbody', null, staff.map(function (other) {
          return el('tr', null, el('td', { class: 't', 'data-l': w.name }, link(other)), el('td', { class: 't', 'data-l': w.post }, other.post), el('td', { class: 'm', 'data-l': w.role }, other.role),
            el('td', { class: 'n', 'data-l': w.total }, withTip(other.total, other.exact)), el('td', { class: 'm', 'data-l': w.grade }, grade(other)));
        }))), w.people_of)));
    }
    enliven(page);
    page.appendChild(section(w.tree, 'tree', treeOf(told)));
    var like = (isPerson ? people : units).filter(function (other) { return isPerson ? other.role === one.role : other.group === one.group; }), at = like.indexOf(one);
    page.appendChild(el('nav', { class: 'turn', 'aria-label': w.before + ' · ' + w.next },
      at > 0 ? el('a', { href: like[at - 1].href, rel: 'prev' }, '← ' + w.before + ' ' + like[at - 1].name) : el('span'),
      at + 1 < like.length ? el('a', { href: like[at + 1].href, rel: 'next' }, w.next + ' ' + like[at + 1].name + ' →') : null));
    return page;
  }
  function listPage(isPeople) {
    var list = isPeople ? people : units, title = isPeople ? w.all_people : w.all_units;
    return el('div', { class: 'page' }, crumbs(title), heading(title, list.length + ' ' + (isPeople ? w.people_n : w.units_n)), explorer(list, isPeople, false));
  }

  /* --- routes ---------------------------------------------------------------------------------------------------------- */
  var title = document.title, first = true;
  function decode(text) { try { return decodeURIComponent(text); } catch (error) { return text; } }
  function made(route) {
    var parts = /^#\/([a-z]+)(?:\/(.*))?$/.exec(route), code = parts && decode(parts[2] || ''), one;
    if (!parts) return null;
    if (parts[1] === 'g') return groupPage(code);
    if (parts[1] === 'units') return listPage(false);
    if (parts[1] === 'people') return listPage(true);
    one = parts[1] === 'u' ? unit(code) : parts[1] === 'p' ? person(code) : null;
    return one ? subjectPage(one) : null;
  }
  function jump(y) { root.style.scrollBehavior = 'auto'; scrollTo(0, y); root.style.scrollBehavior = ''; }
  function go(place) {
    var route = location.hash, isPage = route.indexOf('#/') === 0 && route !== '#/', was = overview.hidden, page = null;
    if (isPage) {
      page = made(route) || el('div', { class: 'page' }, crumbs(), heading(w.missing + decode(route)), el('p', null, el('a', { href: '#/' }, w.back)));
      view.textContent = '';
      view.appendChild(page);
    }
    overview.hidden = isPage;
    view.hidden = !isPage;
    if (!isPage) view.textContent = '';
    document.title = isPage ? page.querySelector('h1').firstChild.textContent + ' · ' + title : title;
    document.querySelectorAll('.bar .row a').forEach(function (a) {
      if (a.getAttribute('href') === (isPage ? route : '#/')) a.setAttribute('aria-current', 'page');
      else a.removeAttribute('aria-current');
    });
    if (typeof place === 'number') jump(place);
    else if (isPage || route === '#/') jump(0);
    else if (route.length > 1 && (was || first)) {
      var target = $(decode(route.slice(1)));
      if (target && !target.hidden) target.scrollIntoView();
    }
    if (!first && isPage) page.querySelector('h1').focus({ preventScroll: true });
    first = false;
  }
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  var timer = 0;
  addEventListener('scroll', function () {
    clearTimeout(timer);
    timer = setTimeout(function () { try { history.replaceState({ y: pageYOffset }, ''); } catch (error) { /* a browser that forbids it for files starts pages on top */ } }, 120);
  }, { passive: true });
  addEventListener('popstate', function (event) { clearTimeout(timer); go(event.state && typeof event.state.y === 'number' ? event.state.y : null); });

  /* --- search ---------------------------------------------------------------------------------------------------------- */
  var q = $('q'), hits = $('hits'), found = [], chosen = -1;
  function close() { hits.hidden = true; q.setAttribute('aria-expanded', 'false'); q.removeAttribute('aria-activedescendant'); chosen = -1; }
  function choose(at) {
    chosen = at;
    Array.prototype.forEach.call(hits.children, function (li, i) { li.setAttribute('aria-selected', i === at ? 'true' : 'false'); });
    if (at >= 0) { q.setAttribute('aria-activedescendant', 'hit-' + at); hits.children[at].scrollIntoView({ block: 'nearest' }); }
  }
  function open(one) { close(); q.value = ''; q.blur(); if (location.hash === one.href) go(); else location.hash = one.href.slice(1); }
  function search() {
    var text = q.value.trim().toLowerCase();
    if (!text) return close();
    function score(one) {
      var name = one.name.toLowerCase(), code = one.code.toLowerCase();
      if (code === text || name === text) return 0;
      if (name.indexOf(text) === 0 || code.indexOf(text) === 0) return 1;
      return name.indexOf(text) > 0 || code.indexOf(text) > 0 ? 2 : 9;
    }
    found = units.concat(people).map(function (one, i) { return [score(one), one.person, i, one]; }).filter(function (row) { return row[0] < 9; })
      .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]; }).slice(0, 12).map(function (row) { return row[3]; });
    hits.textContent = '';
    found.forEach(function (one, i) {
      var where = one.person ? (unit(one.unit) ? unit(one.unit).name : '') : groupName(one.group);
      hits.appendChild(el('li', { id: 'hit-' + i, role: 'option', 'aria-selected': 'false', on: { mousedown: function (event) { event.preventDefault(); open(one); } } },
        el('span', null, one.name), el('small', null, one.code + (where ? ' · ' + where : '')), el('em', null, one.total)));
    });
    if (!found.length) hits.appendChild(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, w.found_none));
    hits.hidden = false;
    q.setAttribute('aria-expanded', 'true');
    choose(found.length ? 0 : -1);
  }
  q.addEventListener('input', search);
  q.addEventListener('focus', search);
  q.addEventListener('blur', close);
  q.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (found.length && !hits.hidden) choose((chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    } else if (event.key === 'Enter' && !hits.hidden && found[chosen]) open(found[chosen]);
    else if (event.key === 'Escape') { q.value = ''; close(); q.blur(); }
  });

  /* --- tooltip --------------------------------------------------------------------------------------------------------- */
  var tip = $('tip');
  function hide() { tip.hidden = true; }
  function show(event) {
    var node = event.target.closest && event.target.closest('.x');
    if (!node) return hide();
    tip.textContent = w.exactly + ' ' + node.getAttribute('data-x');
    tip.hidden = false;
    var at = node.getBoundingClientRect(), left = Math.min(at.left, innerWidth - tip.offsetWidth - 8);
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (at.top > tip.offsetHeight + 12 ? at.top - tip.offsetHeight - 6 : at.bottom + 6) + 'px';
  }
  document.addEventListener('mouseover', show);
  document.addEventListener('focusin', show);
  document.addEventListener('focusout', hide);
  addEventListener('scroll', hide, { passive: true });

  /* --- keys, theme, print ---------------------------------------------------------------------------------------------- */
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); q.focus(); q.select(); }
    if (event.key === 'Escape') hide();
  });
  document.querySelector('.skip').addEventListener('click', function (event) {
    event.preventDefault();
    var target = (view.hidden ? overview : view).querySelector('h1');
    if (target) { target.focus(); target.scrollIntoView(); }
  });
  var theme = $('theme'), prefers = matchMedia('(prefers-color-scheme: dark)');
  function isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : prefers.matches; }
  function paint() { theme.setAttribute('aria-pressed', isDark() ? 'true' : 'false'); }
  try { if (/^(light|dark)$/.test(localStorage.getItem('kaoze-theme'))) root.dataset.theme = localStorage.getItem('kaoze-theme'); } catch (error) { /* a file without storage follows the system */ }
  theme.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('kaoze-theme', root.dataset.theme); } catch (error) { /* as above */ }
    paint();
  });
  if (prefers.addEventListener) prefers.addEventListener('change', paint);
  paint();
  $('print').addEventListener('click', function () { window.print(); });
  var shut = [];
  addEventListener('beforeprint', function () {
    if (!overview.hidden) {
      aside.forEach(function (block) { block.innerHTML = block.kept; block.hidden = false; });
      overview.querySelectorAll('section[data-moved]').forEach(function (part) { part.hidden = false; });
    }
    var tree = view.querySelector('.tree');
    if (tree) {
      shut = Array.prototype.slice.call(tree.querySelectorAll('details')).filter(function (details) { return !details.open; });
      openAll(tree, true, null);
    }
  });
  addEventListener('afterprint', function () {
    aside.forEach(function (block) { block.textContent = ''; block.hidden = true; });
    overview.querySelectorAll('section[data-moved]').forEach(function (part) { part.hidden = true; });
    shut.forEach(function (details) { details.open = false; });
    shut = [];
  });

  go(null);
})();
