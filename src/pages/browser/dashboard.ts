import { type Act, type Card, cards } from './dashboard/cards.ts';
import { type Everything, followJournal, readEverything } from './dashboard/control-api.ts';
import { JournalView } from './dashboard/journal-view.ts';
import { text } from './dashboard/texts.ts';
import { element, notice } from './parts/dom.ts';

/**
 * How often the dashboard reads the values that the journal does not have (faults, clock, snapshots), in milliseconds.
 */
const interval = 2000;

/**
 * The dashboard. Its cards follow every change of the emulator without a reload. The dashboard counts a tenant's data
 * only when it draws the tenant's row and after it resets the tenant, because counting loads the tenant.
 */
class Dashboard {
  readonly #notices = element('div');
  readonly #version = element('small');
  readonly #bodies = new Map<string, HTMLElement>();
  readonly #drawn = new Map<string, string>();
  readonly #act: Act = (work) => {
    void this.#run(work);
  };

  build(journal: JournalView): Node[] {
    const names = { hub: 'Hub', shell: 'ERP', partner: 'Partner Portal', docs: text('docs') };
    const links = Object.entries(names).map(([page, name]) => element('a', { href: `../${page}/` }, name));
    return [
      element(
        'header',
        {},
        element('h1', {}, 'JTL platform emulator', this.#version),
        element('nav', {}, ...links),
      ),
      element(
        'main',
        {},
        this.#notices,
        element('div', { class: 'cards' }, ...cards.map((card) => this.#section(card))),
        journal.root,
      ),
    ];
  }

  async refresh(): Promise<void> {
    try {
      this.#draw(await readEverything());
      this.#notices.replaceChildren();
    } catch (error) {
      this.#notices.replaceChildren(notice('error', text('noAnswer', { message: (error as Error).message })));
    }
  }

  #section(card: Card): HTMLElement {
    const body = element('div');
    this.#bodies.set(card.id, body);
    return element(
      'section',
      { class: 'card', 'data-card': card.id },
      element('h2', {}, text(card.id)),
      body,
    );
  }

  #draw(all: Everything): void {
    this.#version.textContent = text('version', { version: all.state.version, url: all.state.url });
    for (const card of cards) {
      const body = this.#bodies.get(card.id);
      const data = JSON.stringify(card.data(all));
      // A field that has the focus stays as it is until the user is done.
      const typing =
        document.activeElement?.tagName === 'INPUT' && body?.contains(document.activeElement) === true;
      if (body === undefined || typing || this.#drawn.get(card.id) === data) continue;
      this.#drawn.set(card.id, data);
      body.replaceChildren(...card.content(all, this.#act));
    }
  }

  async #run(work: () => Promise<unknown>): Promise<void> {
    (document.activeElement as HTMLElement | null)?.blur();
    try {
      await work();
      await this.refresh();
    } catch (error) {
      this.#notices.replaceChildren(notice('error', (error as Error).message));
    }
  }
}

const journal = new JournalView();
const dashboard = new Dashboard();
document.body.append(...dashboard.build(journal));
await Promise.all([dashboard.refresh(), followJournal((entry) => journal.add(entry))]);
setInterval(() => void dashboard.refresh(), interval);
