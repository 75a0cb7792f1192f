/** How much work one evaluation may be, and how deep it may go into itself. */

/** The budget is used up: evaluation ends with what has been found. */
export class BudgetSignal extends Error {}

/** How deep the evaluator may go into itself: beyond the first, no call is followed; beyond the next, no expression; beyond the last, nothing. */
const deepestCall = 600;
const deepestExpression = 850;
const deepest = 950;

export class Budget {
    depth = 0;
    private steps = 0;

    constructor(protected allowed: number) {}

    /** More steps, up to so many in all. */
    protected allow(more: number, most: number): void {
        this.allowed = Math.min(this.allowed + more, most);
    }

    get stepsUsed(): number {
        return this.steps;
    }

    get stepsLeft(): number {
        return Math.max(0, this.allowed - this.steps);
    }

    /** What may be spent on one of many that are waiting, such as the functions that nobody calls: not all there is. */
    get goodPart(): number {
        const left = this.stepsLeft;
        return Math.max(Math.min(5000, left >> 1), left >> 2);
    }

    /** What may be spent on something that others may wait for. */
    get mostPart(): number {
        return this.stepsLeft - (this.stepsLeft >> 3);
    }

    step(): void {
        this.spend(1);
    }

    /** Work that is larger than one step: copying a long array, joining long strings. What cannot be afforded is not begun. */
    spend(steps: number): void {
        if (this.steps + steps > this.allowed) {
            throw new BudgetSignal();
        }
        this.steps += steps;
    }

    enter(): void {
        this.depth++;
        if (this.depth > deepest) {
            throw new BudgetSignal();
        }
    }

    /** Too deep to follow another call. */
    get isDeepForCalls(): boolean {
        return this.depth > deepestCall;
    }

    /** Too deep to look into another expression. */
    get isDeepForExpressions(): boolean {
        return this.depth > deepestExpression;
    }

    leave(): void {
        this.depth--;
    }
}
