import { TOLERANCE } from './staged'

const NEVER = 255
/** Held from this stage on, at this price. */
type Hold = { stage: number; price: number }

/** The first stage whose best answers all leave something where it is, and what moving it by one costs there. */
export class Held {
  private readonly stages: Uint8Array
  private readonly prices: Float64Array

  constructor(count: number) {
    this.stages = new Uint8Array(count).fill(NEVER)
    this.prices = new Float64Array(count)
  }

  /** That its dual in this stage is not zero. */
  note(at: number, stage: number, dual: number): void {
    if (this.stages[at] !== NEVER) return
    this.stages[at] = stage
    this.prices[at] = Math.abs(dual)
  }

  /** Undefined when no stage holds it. */
  of(at: number): Hold | undefined {
    return this.stages[at] === NEVER ? undefined : { stage: this.stages[at], price: this.prices[at] }
  }

  /** Whether it may move where that one does, with all earlier stages left as good as they are. */
  movesWith(at: number, { stage, price }: Hold): boolean {
    return this.stages[at] > stage || (this.stages[at] === stage && this.prices[at] <= price + TOLERANCE)
  }

  /** All that may move where that one does. */
  movingWith(hold: Hold): number[] {
    const moving: number[] = []
    for (let at = 0; at < this.stages.length; at++) if (this.movesWith(at, hold)) moving.push(at)
    return moving
  }
}
