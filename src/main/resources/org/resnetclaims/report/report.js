(() => {
  'use strict';
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  // Filters: what does not match is taken out of the figure, the sections and the index alike.
  const form = document.querySelector('.filter');
  const claims = all('[data-verdict]');
  const texts = {};
  all('[data-words]').forEach(entry => { texts[entry.dataset.claim] = entry.dataset.words.toLowerCase(); });
  const apply = () => {
    const wanted = new FormData(form);
    const words = wanted.get('words').toLowerCase();
    const shown = new Set();
    claims.forEach(claim => {
      const fits = ['verdict', 'kind', 'place'].every(key => !wanted.get(key) || claim.dataset[key] === wanted.get(key))
        && texts[claim.dataset.claim].includes(words);
      claim.toggleAttribute('data-out', !fits);
      if (fits) shown.add(claim.dataset.claim);
    });
    all('[data-group]').forEach(group => group.toggleAttribute('data-out',
      !claims.some(claim => claim.dataset.place === group.dataset.group && !claim.hasAttribute('data-out'))));
    form.querySelector('output').textContent = shown.size + ' shown';
    if (underway) kept.set(Object.fromEntries(wanted));
  };
  // A page of a session under way comes anew with the filter that the reader has set; where nothing can be kept, without.
  const kept = {
    get: () => { try { return JSON.parse(sessionStorage.getItem('filter')) || {}; } catch (e) { return {}; } },
    set: all => { try { sessionStorage.setItem('filter', JSON.stringify(all)); } catch (e) { /* shown without */ } },
  };
  const underway = document.querySelector('.underway');
  if (underway) Object.entries(kept.get()).forEach(([key, value]) => { form.elements[key].value = value; });
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  apply();

  // It is read again when it is due, unless the reader is busy with it; where it is long overdue, nobody draws it any more.
  if (underway) {
    const due = 1000 * underway.dataset.renewedAfter;
    const drawn = Date.parse(underway.dataset.asOf);
    const again = underway.querySelector('label');
    const look = () => {
      const late = Date.now() - drawn;
      if (late > 4 * due) {
        underway.querySelector('strong').textContent = 'Stopped.';
        underway.lastElementChild.textContent = 'This page was last drawn at ' + underway.dataset.asOf.replace('T', ' ').replace('Z', ' UTC')
          + ', ' + Math.round(late / 60000) + ' minutes ago: its session was stopped before its end. The same command, run again, goes on from there.';
      } else if (again.firstElementChild.checked && String(getSelection()) === '') {
        location.reload();
      } else {
        setTimeout(look, due / 2);
      }
    };
    again.hidden = false;
    setTimeout(look, Date.now() - drawn > 4 * due ? 0 : due / 2);
  }

  // Legends: each arm, the single runs and the bands can be taken out of a chart.
  all('.legend').forEach(legend => {
    const figure = legend.closest('figure');
    const button = (content, pressed) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.append(...content);
      made.setAttribute('aria-pressed', 'true');
      made.addEventListener('click', () => {
        const on = made.getAttribute('aria-pressed') !== 'true';
        made.setAttribute('aria-pressed', on);
        pressed(on);
      });
      return made;
    };
    all('li', legend).forEach(item => item.append(button(Array.from(item.childNodes),
      on => all('.' + item.dataset.arm, figure).forEach(part => part.toggleAttribute('data-out', !on)))));
    [['run', 'single runs'], ['band', 'bands']].forEach(([kind, words]) => {
      if (!figure.querySelector('.' + kind)) return;
      const item = document.createElement('li');
      const toggle = button([words], on => figure.classList.toggle('no-' + kind, !on));
      toggle.dataset.toggle = kind;
      item.append(toggle);
      legend.append(item);
    });
  });

  // Zoom: a part of a chart in place of all of it, between two values of each axis. What is drawn moves, letters, lines and
  // markers keep their size. By dragging a mouse, or by buttons, for all who have none.
  const steps = (low, high) => {
    const size = 10 ** Math.floor(Math.log10((high - low) / 4));
    const step = [1, 2, 5, 10].map(times => times * size).find(one => (high - low) / one <= 6);
    const ticks = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) ticks.push(i * step);
    return ticks.map(tick => [tick, Number(tick.toPrecision(6)).toLocaleString('en-US', { maximumFractionDigits: 6 })]);
  };
  all('figure .chart').forEach(chart => {
    const [left, top, right, bottom] = chart.dataset.box.split(' ').map(Number);
    const spans = { x: chart.dataset.x.split(' ').map(Number), y: chart.dataset.y ? chart.dataset.y.split(' ').map(Number) : null };
    const grid = chart.querySelector('.grid');
    const ticks = chart.querySelector('.ticks');
    const shapes = all('svg path, svg circle', chart);
    const first = [grid.innerHTML, ticks.innerHTML, shapes.map(shape => ['d', 'cx', 'cy'].map(name => shape.getAttribute(name)))];
    const at = (place, ends, [low, high]) => low + (place - ends[0]) / (ends[1] - ends[0]) * (high - low);
    // Both in the coordinates of the whole chart: [from, to].
    const show = (x, y) => {
      const moveX = place => at(Number(place), x, [left, right]).toFixed(1);
      const moveY = place => (spans.y ? at(Number(place), y, [top, bottom]) : Number(place)).toFixed(1);
      shapes.forEach((shape, i) => {
        const [d, cx, cy] = first[2][i];
        if (d) shape.setAttribute('d', d.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (all, move, px, py) => move + moveX(px) + ' ' + moveY(py)));
        if (cx) shape.setAttribute('cx', moveX(cx));
        if (cy) shape.setAttribute('cy', moveY(cy));
      });
      const lines = [];
      const words = [];
      const range = x.map(place => at(place, [left, right], spans.x));
      steps(...range).forEach(([value, label]) => {
        const place = at(value, range, [left, right]);
        lines.push(`<path d="M${place} ${top}V${bottom}"/>`);
        words.push(`<text x="${place}" y="${bottom + 22}" text-anchor="middle" fill="currentColor">${label}</text>`);
      });
      if (spans.y) {
        const rise = y.map(place => at(place, [bottom, top], spans.y)).reverse();
        steps(...rise).forEach(([value, label]) => {
          const place = at(value, rise, [bottom, top]);
          lines.push(`<path d="M${left} ${place}H${right}"/>`);
          words.push(`<text x="${left - 8}" y="${place + 4}" text-anchor="end" fill="currentColor">${label}</text>`);
        });
      }
      grid.innerHTML = lines.join('');
      ticks.innerHTML = words.join('');
      whole.disabled = false;
      now = [x, y];
    };
    const entire = [[left, right], [top, bottom]];
    let now = entire;
    const restore = () => {
      [grid.innerHTML, ticks.innerHTML] = first;
      shapes.forEach((shape, i) => ['d', 'cx', 'cy'].forEach((name, k) => { if (first[2][i][k]) shape.setAttribute(name, first[2][i][k]); }));
      whole.disabled = true;
      now = entire;
    };
    const bar = document.createElement('p');
    const [closer, whole] = [['Zoom in', () => {
      // Curves from below, where the good networks are; rows around their middle.
      const [x, y] = now;
      const quarter = (x[1] - x[0]) / 4;
      if (spans.y) show(x, [(y[0] + y[1]) / 2, y[1]]);
      else show([x[0] + quarter, x[1] - quarter], y);
    }], ['Whole chart', restore]].map(([words, action]) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = words;
      made.addEventListener('click', action);
      bar.append(made);
      return made;
    });
    bar.className = 'zoom';
    whole.disabled = true;
    chart.after(bar);
    // Where a pointer is, in the coordinates of the chart as it is shown, and then of the whole of it.
    const place = event => {
      const box = chart.getBoundingClientRect();
      const px = Math.min(right, Math.max(left, (event.clientX - box.x) / box.width * chart.viewBox.baseVal.width));
      const py = Math.min(bottom, Math.max(top, (event.clientY - box.y) / box.height * chart.viewBox.baseVal.height));
      return [px, py];
    };
    let from = null;
    const frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    frame.setAttribute('class', 'part');
    chart.addEventListener('pointerdown', event => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      event.preventDefault();
      from = place(event);
      chart.setPointerCapture(event.pointerId);
    });
    const drawn = event => {
      const to = place(event);
      const [a, b] = [0, 1].map(i => [Math.min(from[i], to[i]), Math.max(from[i], to[i])]);
      return [a, spans.y ? b : [top, bottom]];
    };
    chart.addEventListener('pointermove', event => {
      if (!from) return;
      const [a, b] = drawn(event);
      [['x', a[0]], ['y', b[0]], ['width', a[1] - a[0]], ['height', b[1] - b[0]]].forEach(([name, value]) => frame.setAttribute(name, value));
      chart.append(frame);
    });
    chart.addEventListener('pointerup', event => {
      if (!from) return;
      const [a, b] = drawn(event);
      from = null;
      frame.remove();
      if (a[1] - a[0] < 12 || b[1] - b[0] < 12) return;
      const [x, y] = now;
      show(a.map(px => at(px, [left, right], x)), b.map(py => at(py, [top, bottom], y)));
    });
    chart.addEventListener('pointercancel', () => { from = null; frame.remove(); });
  });

  // Values: that of the nearest point of a chart, beside the pointer.
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  document.body.append(tip);
  all('.chart').forEach(chart => {
    const points = all('title', chart).map(title => [title.parentNode, title.textContent]);
    // Or the browser would show them too.
    chart.addEventListener('pointerenter', () => all('title', chart).forEach(title => title.remove()), { once: true });
    chart.addEventListener('pointermove', event => {
      let nearest = 24;
      let text = '';
      points.forEach(([point, value]) => {
        const box = point.getBoundingClientRect();
        const far = Math.hypot(box.x + box.width / 2 - event.clientX, box.y + box.height / 2 - event.clientY);
        if (far < nearest && box.width > 0) { nearest = far; text = value; }
      });
      tip.hidden = !text;
      tip.textContent = text;
      const left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 4);
      tip.style.left = Math.max(4, left) + 'px';
      tip.style.top = event.clientY + 18 + 'px';
    });
    chart.addEventListener('pointerleave', () => { tip.hidden = true; });
  });

  // The index is open where there is room for it beside the page.
  const index = document.querySelector('.index details');
  const room = window.matchMedia('(min-width: 72rem)');
  const arrange = () => { index.open = room.matches; };
  room.addEventListener('change', arrange);
  arrange();
  index.addEventListener('click', event => { if (event.target.closest('a') && !room.matches) index.open = false; });
})();
