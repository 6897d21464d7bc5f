// Opens report.html as a reader would, with the network off, and checks what only a browser can tell.
// node drive.mjs COUNTY LARGE HOSTILE CHROMIUM [PICTURE]: three folders with a report.html, the browser, and where the
// picture of the county's report goes, if one is wanted.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [county, large, hostile, browserPath, picture] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = (dir) => `file://${encodeURI(dir)}/report.html`;
const results = JSON.parse(readFileSync(`${county}/results.json`, 'utf8'));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
let n = 0;

function check(is, words) {
  if (!is) throw new Error(words);
}
function same(a, b, words) {
  check(JSON.stringify(a) === JSON.stringify(b), `${words}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);
}

// A page in a window of its own: offline, and whatever it complains of or asks the network for is kept.
async function opened(dir, route = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (said) => { if (said.type() !== 'log') page.complaints.push(said.text()); });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('dialog', (dialog) => { page.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith(address(dir))) page.complaints.push(`asked for ${request.url()}`); });
  await page.goto(address(dir) + route);
  return page;
}
async function test(words, dir, route, options, body) {
  const page = await opened(dir, route, options);
  try {
    await body(page);
    same(page.complaints, [], 'complaints of the browser');
  } catch (error) {
    throw new Error(`${words}: ${error.message}`, { cause: error });
  } finally {
    await page.context().close();
  }
  n += 1;
  console.log(`ok  ${words}`);
}
const heading = (page) => page.locator('h1:visible').first().evaluate((h1) => h1.firstChild.textContent);
const hash = (page) => page.evaluate(() => location.hash);
const column = (page, at) => page.locator('#view .explorer tbody tr').evaluateAll((rows, at) => rows.map((row) => row.cells[at].textContent), at);

try {
  const bytes = statSync(`${county}/report.html`).size;
  console.log(`county: ${bytes} bytes`);
  check(bytes < 3_000_000, `report.html of the county has ${bytes} bytes, 3 MB are allowed`);

  await test('the overview opens with title, status, key figures and charts', county, '', {}, async (page) => {
    check((await heading(page)).startsWith(results.assessment.title), 'title');
    check(await page.locator('.stamp').isVisible(), 'status');
    same(await page.locator('#overview .keys b').first().textContent(), String(results.units.length), 'units');
    check(await page.locator('#overview svg:visible').count() >= 3, 'charts');
    check(!(await page.locator('#view').isVisible()), 'only the overview');
  });

  await test('search by name, by code, with keys, and Esc', county, '', {}, async (page) => {
    const unit = results.units[3];
    await page.keyboard.press('/');
    await page.keyboard.type(unit.name.slice(0, -1));
    check(await page.locator('#hits').isVisible(), 'hits');
    await page.keyboard.press('Escape');
    check(!(await page.locator('#hits').isVisible()), 'Esc closes');
    await page.keyboard.press('/');
    await page.keyboard.type(unit.name);
    await page.keyboard.press('Enter');
    same(await heading(page), unit.name, 'the unit');
    same(await hash(page), `#/u/${unit.code}`, 'its address');
    const person = results.people[4];
    await page.keyboard.press('/');
    await page.keyboard.type(person.code);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    same(await heading(page), person.name, 'the person');
    await page.keyboard.press('/');
    await page.keyboard.type('没有这个单位');
    check(await page.locator('#hits .none').isVisible(), 'says that nothing is found');
  });

  await test('from the total down to a cell and a clause', county, '#/u/T01', {}, async (page) => {
    const tree = page.locator('#tree');
    const total = results.units.find((unit) => unit.code === 'T01').score.shown;
    check((await tree.innerText()).includes(total), 'the total');
    await tree.locator('summary', { hasText: '检查考核' }).first().click();
    await tree.locator('summary', { hasText: '检查考核·半年' }).first().click();
    await tree.locator('summary', { hasText: 'J3 ' }).first().click();
    const step = tree.locator('details.step[open]', { hasText: 'J3 ' }).last();
    check((await step.innerText()).includes('items.toml:'), 'file and line of the rule');
    await step.locator('details.cells > summary').click();
    const first = await step.locator('.cells li').first().innerText();
    check(/^[A-Z]+\d+\s/.test(first), `a cell, not ${first}`);
    check((await step.locator('.cells p').first().innerText()).startsWith('raw/'), 'its sheet');
    await page.getByRole('button', { name: '全部展开' }).click();
    const told = JSON.parse(readFileSync(`${county}/explanations.json`, 'utf8')).units.find((unit) => unit.code === 'T01');
    const cells = [];
    const walk = (step) => { (step.cells || []).forEach((cell) => cells.push(cell.at.split(' ▸ ').pop())); (step.parts || []).forEach(walk); };
    told.rulings.concat(told.scores).forEach(walk);
    const shown = await tree.locator('.cells code').allTextContents();
    same(shown, cells, 'every cell of the explanation, in its order');
  });

  await test('back and forward, and the place on the page', county, '', {}, async (page) => {
    await page.evaluate(() => document.getElementById('vetoes').scrollIntoView({ behavior: 'instant' }));
    await page.waitForTimeout(300);
    const y = await page.evaluate(() => Math.round(scrollY));
    await page.evaluate(() => { location.hash = '#/units'; });
    await page.locator('#view td a').first().click();
    check((await hash(page)).startsWith('#/u/'), 'a unit');
    await page.goBack();
    same(await heading(page), '全部单位', 'back to the list');
    await page.goBack();
    check(await page.locator('#overview').isVisible(), 'back to the overview');
    same(await page.evaluate(() => Math.round(scrollY)), y, 'where it was');
    await page.goForward();
    same(await heading(page), '全部单位', 'forward');
  });

  await test('a deep link, an unknown one, and the titles of pages', county, '#/p/P0002', {}, async (page) => {
    const person = results.people.find((one) => one.code === 'P0002');
    same(await heading(page), person.name, 'the person');
    check((await page.title()).startsWith(person.name), 'title');
    await page.evaluate(() => { location.hash = '#/u/nobody'; });
    check((await heading(page)).includes('nobody'), 'says what is missing');
    await page.locator('#view p a').click();
    check(await page.locator('#overview').isVisible(), 'a way back');
    await page.evaluate(() => { location.hash = '#vetoes'; });
    check(await page.locator('#vetoes').isVisible(), 'old places of the overview');
  });

  await test('sorting and filters', county, '#/units', {}, async (page) => {
    const heads = await page.locator('#view th').allTextContents();
    const total = heads.findIndex((head) => head.startsWith('总分'));
    const sort = page.locator('#view th .sort').nth(total);
    await sort.click();
    const up = (await column(page, total)).map(Number);
    same(up, [...up].sort((a, b) => a - b), 'from small to large');
    await sort.press('Enter');
    const down = (await column(page, total)).map(Number);
    same(down, [...up].reverse().map(Number), 'from large to small');
    same(await page.locator('#view th[aria-sort=descending]').count(), 1, 'said to screen readers');
    const inGroup = results.units.filter((unit) => unit.group === 'department');
    await page.locator('#f-groupu').selectOption('department');
    same((await column(page, 0)).length, inGroup.length, 'the group');
    await page.locator('#f-gradeu').selectOption('良好');
    same((await column(page, 0)).length, inGroup.filter((unit) => unit.grade === '良好').length, 'and the grade');
    await page.locator('#f-nameu').fill('财政');
    same((await column(page, 0)).length, inGroup.filter((unit) => unit.grade === '良好' && unit.name.includes('财政')).length, 'and the name');
  });

  await test('a table of the overview opens, sorts and leads on', county, '', {}, async (page) => {
    await page.locator('#people details.data summary').last().click();
    same(await page.locator('#people details.data table').last().locator('tbody tr').count(), results.people.length, 'rows');
    await page.locator('#people details.data table').last().locator('td a').first().click();
    check((await hash(page)).startsWith('#/'), 'a page');
  });

  await test('the page of a group has its charts and its units', county, '#/g/township', {}, async (page) => {
    same((await column(page, 0)).length, results.units.filter((unit) => unit.group === 'township').length, 'units');
    check(await page.locator('#view svg:visible').count() >= 2, 'charts');
  });

  await test('exact values on hover and on focus', county, '#/u/T01', {}, async (page) => {
    const value = page.locator('#view .keys .x').first();
    await value.hover();
    check((await page.locator('#tip').innerText()).includes(await value.getAttribute('data-x')), 'hover');
    await page.mouse.move(2, 600);
    check(!(await page.locator('#tip').isVisible()), 'gone');
    await value.focus();
    check(await page.locator('#tip').isVisible(), 'focus');
    await page.keyboard.press('Escape');
    check(!(await page.locator('#tip').isVisible()), 'Esc');
  });

  const kept = [...results.units, ...results.people].find((one) => (one.polls || []).some((poll) => poll.classes.withheld));
  await test('what is withheld says so and why', county, `#/${kept.unit ? 'p' : 'u'}/${kept.code}`, {}, async (page) => {
    const words = await page.locator('#view').innerText();
    check(words.includes('不公开') && /有票类不足\d+张/.test(words), 'words');
  });

  await test('dark by preference and by hand, charts too', county, '', { colorScheme: 'dark' }, async (page) => {
    const ground = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('svg text')).fill]);
    const dark = await ground();
    same(await page.locator('#theme').getAttribute('aria-pressed'), 'true', 'pressed');
    await page.locator('#theme').click();
    const light = await ground();
    check(dark[0] !== light[0] && dark[1] !== light[1], 'changes');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('#theme').click();
    same(await ground(), dark, 'the same dark by hand as by preference');
  });

  for (const width of [360, 390, 1280, 1920, 2560]) {
    await test(`no sideways scroll at ${width}`, county, '', { viewport: { width, height: 800 } }, async (page) => {
      for (const route of ['#/', '#/g/department', '#/u/T01', '#/p/P0002', '#/units', '#/people']) {
        await page.evaluate((route) => { location.hash = route; }, route);
        await page.waitForTimeout(30);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        check(wide <= width, `${route} is ${wide} wide`);
      }
    });
  }

  const pagesOf = async (page) => (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
  await test('print: some pages of A4', county, '', {}, async (page) => {
    const overview = await pagesOf(page);
    await page.evaluate(() => { location.hash = '#/u/T01'; });
    await page.waitForTimeout(50);
    const unit = await pagesOf(page);
    console.log(`printed: overview ${overview} pages, a unit ${unit}`);
    check(overview >= 3 && overview <= 30, `overview ${overview}`);
    check(unit >= 2 && unit <= 12, `unit ${unit}`);
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const [route, size] of [['', 1280], ['#/u/T01', 1280], ['#/u/T01', 360], ['#/g/township', 1280], ['#/people', 1280], ['#/p/P0002', 360]]) {
      await test(`axe, ${colorScheme}, ${size}, ${route || 'overview'}`, county, route, { colorScheme, viewport: { width: size, height: 900 } }, async (page) => {
        if (route.startsWith('#/u/') && size > 400) await page.getByRole('button', { name: '全部展开' }).click();
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
        const told = found.violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
        same(told, [], 'violations');
      });
    }
  }

  await test('everything reads without script', county, '', { javaScriptEnabled: false }, async (page) => {
    const text = await page.locator('body').evaluate((body) => body.textContent).catch(() => null);
    const html = text ?? await page.content();
    for (const unit of results.units) check(html.includes(unit.name), unit.name);
    check(await page.locator('#ranking svg:visible').count() >= 2, 'charts of the groups');
    check(!(await page.locator('.bar').isVisible()), 'no tools that do nothing');
    await page.locator('#people details.data summary').last().click();
    same(await page.locator('#people table:visible tbody tr').count(), results.people.length, 'people');
  });

  await test('markup in names is text', hostile, '#/units', {}, async (page) => {
    const names = JSON.parse(readFileSync(`${hostile}/results.json`, 'utf8')).units.map((unit) => unit.name);
    check(names.some((name) => name.includes('<script>')) && names.some((name) => name.includes('onerror')), 'hostile names');
    const shown = await page.locator('#view tbody a').allTextContents();
    same([...shown].sort(), [...names].sort(), 'names as they are');
    await page.locator('#view tbody a').first().click();
    await page.keyboard.press('/');
    await page.keyboard.type('<');
    check(await page.locator('#hits li').count() > 0, 'found');
    same(await page.locator('img').count(), 0, 'no image');
  });

  // Best of three, since the machine has other work too.
  let best = [Infinity, Infinity];
  for (let i = 0; i < 3; i += 1) {
    const page = await opened(large);
    const open = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0))));
    const unit = await page.evaluate(() => new Promise((done) => {
      const begun = performance.now();
      addEventListener('popstate', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun), 0)), { once: true });
      location.hash = '#/u/T01';
    }));
    same(page.complaints, [], 'complaints of the browser');
    best = [Math.min(best[0], open), Math.min(best[1], unit)];
    await page.context().close();
  }
  const many = JSON.parse(readFileSync(`${large}/results.json`, 'utf8'));
  console.log(`${many.units.length} units, ${many.people.length} people, ${statSync(`${large}/report.html`).size} bytes: open ${best[0].toFixed(0)} ms, a unit's page ${best[1].toFixed(0)} ms`);
  check(many.units.length >= 400 && best[0] < 1000 && best[1] < 1000, `400 units open in ${best.map(Math.round)} ms`);

  if (picture) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: 'light', deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.goto(`${address(county)}#/u/D46`);
    await page.waitForTimeout(200);
    writeFileSync(picture, await page.screenshot());
    await context.close();
  }
  console.log(`${n} checks of the page hold`);
} finally {
  await browser.close();
}
