/** One mistake gives one report: what only follows from a misspelt option name is left out. */
import { undefinedDatum } from "../catalogue/datum.js";
import { nearestName } from "../apis/nearest.js";
import { effectiveNames, type UnreadOption } from "../apis/spelling.js";
import type { Finding } from "../evaluator/evaluation.js";

export function withoutConsequences(findings: readonly Finding[]): Finding[] {
    const misspelt = new Map<Finding["call"], Set<string>>();
    const lengths = new Set<Finding["call"]>();
    const unconfigured = new Set<Finding["call"]>();
    for (const finding of findings) {
        const { fault, call } = finding;
        if (fault.kind === "option-unread") {
            const meant = misspelt.get(call) ?? new Set();
            misspelt.set(call, meant.add(meantOption(finding, fault.option) ?? ""));
        } else if (fault.kind === "deconv-length") {
            lengths.add(call);
        } else if (fault.kind === "option-missing" && finding.given?.options.all.length === 0) {
            unconfigured.add(call);
        }
    }
    return findings.filter((finding) => {
        const { fault, call } = finding;
        switch (fault.kind) {
            case "option-missing":
                return misspelt.get(call)?.has(fault.option) !== true;
            case "first-layer":
                return misspelt.get(call)?.has("inputShape") !== true && !unconfigured.has(call);
            case "option-unread":
                // The report of the lengths names the misspelt stride, and mends it.
                return !(lengths.has(call) && misspeltStride(finding)?.spelling === fault.option);
            default:
                return true;
        }
    });
}

/** The canonical option that a name the library does not read was meant to be. */
export function meantOption(finding: Finding, name: string): string | undefined {
    const unread = finding.unread.find((one) => one.spelling === name);
    if (unread?.means !== undefined) {
        return unread.means;
    }
    return nearestOption(finding, name) ?? replacedOption(finding);
}

/** What stands for the stride under a name that the library does not read, and no stride beside it. */
export function misspeltStride(finding: Finding): UnreadOption | undefined {
    const { given, unread } = finding;
    return given?.options.has("strides") === false ? unread.find(({ spelling }) => meantOption(finding, spelling) === "strides") : undefined;
}

function nearestOption({ spelling, given }: Finding, name: string): string | undefined {
    const nearest = spelling && nearestName(name, effectiveNames(spelling));
    const option = nearest === undefined ? undefined : spelling?.names.get(nearest)?.name;
    return option === undefined || given?.options.has(option) ? undefined : option;
}

/** The one option that is needed and not given, where there is one word only that is not read. */
export function replacedOption(finding: Finding): string | undefined {
    const [option, other] = optionsMissing(finding);
    const strangers = finding.unread.filter((unread) => unread.means === undefined && nearestOption(finding, unread.spelling) === undefined);
    return other === undefined && strangers.length === 1 ? option : undefined;
}

/** The options that a layer needs and has not been given, by their canonical names. */
export function optionsMissing({ spelling, given }: Finding): string[] {
    if (!spelling || !given || given.open) {
        return [];
    }
    return Object.entries(spelling.spec.options).flatMap(([name, { required }]) => (required && (given.options.get(name)?.datum ?? undefinedDatum).kind === "undefined" ? [name] : []));
}
