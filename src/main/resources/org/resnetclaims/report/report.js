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
