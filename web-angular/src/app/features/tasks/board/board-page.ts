import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Settings2 } from 'lucide';

import { injectAddress } from '../../../core/address';
import { ActiveCoop } from '../../../core/auth/active-coop';
import { mutation } from '../../../core/graphql/mutation';
import { injectTexts } from '../../../core/i18n/texts';
import { injectWide } from '../../../core/wide';
import { ReleaseTaskDocument, TakeTaskDocument, type TaskColumn } from '../../../graphql/tasks';
import { Banner } from '../../../ui/banner';
import { Dialogs } from '../../../ui/dialogs';
import { FailureBanner } from '../../../ui/failure-banner';
import { Icon } from '../../../ui/icon';
import { More } from '../../../ui/more';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { ColumnNames } from '../column-names';
import { AssignForm } from '../form/assign-form';
import { injectTell } from '../refusals';
import { BoardForm } from '../settings/board-form';
import { ExemptionForm } from '../settings/exemption-form';
import { LabelsDialog } from '../settings/labels-dialog';
import { TasksNav } from '../tasks-nav';
import {
  type Arrangement,
  type Card,
  columns,
  type Handover,
  isAlreadyThere,
  type Place,
  placeAt,
} from './arrangement';
import { boardCards } from './board-cards';
import { BoardColumn } from './board-column';
import { filterOf } from './board-filter';
import { BoardFilters } from './board-filters';
import { arrowOnCard, type Direction, focusBeside, focusCard } from './board-keys';
import { BoardLanes } from './board-lanes';
import type { Accepts, Dropped } from './card-list';
import { ColumnTabs } from './column-tabs';
import { handoverBetween, type Hander, lanesOf, stepOf } from './lanes';
import { MoveForm } from './move-form';
import { Moves } from './moves';

/** The co-op's work on four columns: moved by mouse, finger and keyboard, while others move theirs. */
@Component({
  selector: 'coop-board-page',
  imports: [
    Banner,
    BoardColumn,
    BoardFilters,
    BoardLanes,
    CdkDropListGroup,
    ColumnTabs,
    FailureBanner,
    Icon,
    MatButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    More,
    Page,
    RouterLink,
    Skeleton,
    TasksNav,
  ],
  host: { '(keydown)': 'goByKey($event)' },
  templateUrl: './board-page.html',
  styleUrl: './board-page.css',
})
export class BoardPage {
  protected readonly icons = { Settings2 };
  protected readonly t = injectTexts();
  protected readonly coop = inject(ActiveCoop);
  protected readonly names = inject(ColumnNames);
  protected readonly moves = inject(Moves);
  protected readonly wide = injectWide();
  protected readonly address = injectAddress();
  readonly #dialogs = inject(Dialogs);
  readonly #announcer = inject(LiveAnnouncer);
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #tell = injectTell();
  readonly #take = mutation(TakeTaskDocument);
  readonly #release = mutation(ReleaseTaskDocument);

  // From the address.
  readonly search = input<string>();
  readonly label = input<string>();
  readonly who = input<string>();
  readonly overdue = input<string>();
  readonly lanes = input<string>();
  readonly column = input<string>();

  protected readonly filter = computed(() => ({
    search: this.search(),
    label: this.label(),
    who: this.who(),
    overdue: this.overdue(),
  }));
  readonly #filter = computed(() => filterOf(this.filter()));
  protected readonly filtered = computed(() => this.#filter() !== null);
  protected readonly cards = boardCards(this.#filter);

  protected readonly dragging = signal(false);
  /** The board stands still under a card that is in the air, and catches up when it lands. */
  protected readonly shown = linkedSignal<{ now: Arrangement; held: boolean }, Arrangement>({
    source: () => ({ now: this.cards.arrangement(), held: this.dragging() }),
    computation: ({ now, held }, before) => (held && before ? before.value : now),
  });
  protected readonly inLanes = computed(() => this.wide() && this.lanes() === 'true');
  protected readonly rows = computed(() =>
    this.inLanes() ? lanesOf(this.shown()) : [{ person: null, cards: this.shown() }],
  );
  readonly #viewer = computed<Hander>(() => ({
    memberId: this.coop.membership()?.memberId,
    assigns: this.coop.may('MAINTAINER'),
  }));
  /** The one column a phone shows. */
  protected readonly tab = computed(() => columns.find((column) => column === this.column()) ?? 'TODO');
  protected readonly onScreen = computed(() =>
    this.cards.facts().filter(({ column }) => this.wide() || column === this.tab()),
  );
  protected readonly people = linkedSignal<Card[], { id: string; displayName: string }[]>({
    source: () => columns.flatMap((column) => this.cards.arrangement()[column]),
    // Whoever was seen once can still be chosen when a filter shows somebody else.
    computation: (cards, before) => {
      const people = new Map((before?.value ?? []).map((person) => [person.id, person]));
      for (const { assignees } of cards) for (const person of assignees) people.set(person.id, person);
      return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName));
    },
  });

  /** The card that was moved by keyboard last, while its move is on its way. */
  #carried: string | undefined;

  constructor() {
    // A move that was refused puts its card back, and the focus with it.
    effect(() => {
      const onTheirWay = this.moves.pending();
      const carried = this.#carried;
      if (carried === undefined || onTheirWay.some(({ taskId }) => taskId === carried)) return;
      this.#carried = undefined;
      afterNextRender(() => this.#refocus(carried), { injector: this.#injector });
    });
  }

  protected isMine({ assignees }: Card): boolean {
    return assignees.some(({ id }) => id === this.coop.membership()?.memberId);
  }

  protected readonly accepts: Accepts = (card, from, to) => {
    if (from.person?.id === to.person?.id) return true;
    // What is done has been done by who did it.
    if (card.column === 'DONE' && to.column === 'DONE') return false;
    return handoverBetween(from.person, to.person, this.#viewer()) !== null;
  };

  protected drop({ card, from, to, place }: Dropped): void {
    if (from.person?.id === to.person?.id) {
      if (place) this.put(card, place);
    } else this.#handOver(card, handoverBetween(from.person, to.person, this.#viewer()), place);
  }

  protected put(card: Card, place: Place): void {
    if (isAlreadyThere(this.cards.arrangement(), card.id, place)) return;
    this.moves.add(card, { taskId: card.id, place, handover: null });
    const inColumn = this.cards.arrangement()[place.column];
    void this.#announcer.announce(
      this.t('tasks.move.moved', {
        title: card.title,
        column: this.names.of(place.column),
        position: inColumn.findIndex(({ id }) => id === card.id) + 1,
        count: inColumn.length,
      }),
    );
  }

  protected toColumn(card: Card, column: TaskColumn): void {
    const others = this.cards.arrangement()[column].filter(({ id }) => id !== card.id);
    if (card.column !== column) this.put(card, placeAt(column, others, others.length));
  }

  protected async choosePlace(card: Card): Promise<void> {
    const place = await this.#dialogs.open<Place>(MoveForm, { card, arrangement: this.cards.arrangement() });
    if (!place) return;
    this.put(card, place);
    this.#focus(card.id);
  }

  protected give(card: Card): void {
    void this.#dialogs.open(AssignForm, card.id);
  }

  protected async take(card: Card): Promise<void> {
    const outcome = await this.#take.run({ input: { taskId: card.id } });
    this.#tell(outcome, () => void this.take(card));
    if (outcome.kind === 'ok' && outcome.value.task) this.cards.put(outcome.value.task);
  }

  protected async release(card: Card): Promise<void> {
    const outcome = await this.#release.run({ input: { taskId: card.id } });
    this.#tell(outcome, () => void this.release(card));
    if (outcome.kind === 'ok' && outcome.value.task) this.cards.put(outcome.value.task);
  }

  protected goByKey(event: KeyboardEvent): void {
    const arrow = arrowOnCard(event);
    if (!arrow) return;
    event.preventDefault();
    if (event.shiftKey) this.#moveByKey(arrow.place, arrow.direction);
    else focusBeside(arrow.place, arrow.direction);
  }

  protected show(column: TaskColumn): void {
    this.address({ column: column === 'TODO' ? null : column });
  }

  protected setBoard(): void {
    const board = this.cards.board();
    if (board) void this.#dialogs.open(BoardForm, board);
  }

  protected setLabels(): void {
    void this.#dialogs.open(LabelsDialog);
  }

  protected exempt(): void {
    void this.#dialogs.open(ExemptionForm);
  }

  #moveByKey(place: HTMLElement, direction: Direction): void {
    const lane = place.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? '';
    const step = stepOf(this.rows(), lane, place.dataset['task'] ?? '', direction);
    if (!step || !this.coop.may('RESIDENT') || !this.accepts(step.card, step.from, step.to)) return;
    this.drop(step);
    this.#carried = step.card.id;
    if (step.to.column !== step.from.column && !this.wide()) this.show(step.to.column);
    this.#focus(step.card.id, step.to.person?.id);
  }

  #handOver(card: Card, handover: Handover | null, place: Place | null): void {
    this.moves.add(card, { taskId: card.id, place, handover });
    const name = handover?.to?.displayName;
    void this.#announcer.announce(
      name
        ? this.t('tasks.lane.given', { title: card.title, name })
        : this.t('tasks.lane.givenBack', { title: card.title }),
    );
  }

  /** Unless the person has gone on meanwhile. */
  #refocus(id: string): void {
    const place = this.#host.querySelector(`[data-task="${CSS.escape(id)}"]`);
    if ([document.body, null].includes(document.activeElement as HTMLElement | null)) focusCard(place);
  }

  #focus(id: string, row = ''): void {
    const place = `[data-lane="${CSS.escape(row)}"] [data-task="${CSS.escape(id)}"]`;
    afterNextRender(() => focusCard(this.#host.querySelector(place)), { injector: this.#injector });
  }
}
