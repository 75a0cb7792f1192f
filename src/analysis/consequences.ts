/** One mistake gives one report: what only follows from a misspelt option name is left out. */
import { nearestName } from "../apis/nearest.js";
import type { Finding } from "../evaluator/evaluation.js";

export function withoutConsequences(findings: readonly Finding[]): Finding[] {
    const misspelt = new Map<Finding["call"], Set<string>>();
    const lengths = new Set<Finding["call"]>();
    for (const finding of findings) {
        const { fault, call } = finding;
        if (fault.kind === "option-unread") {
            const meant = misspelt.get(call) ?? new Set();
            misspelt.set(call, meant.add(meantOption(finding, fault.option) ?? ""));
        } else if (fault.kind === "deconv-length") {
            lengths.add(call);
        }
    }
    return findings.filter(({ fault, call }) => {
        switch (fault.kind) {
            case "option-missing":
                return misspelt.get(call)?.has(fault.option) !== true;
            case "first-layer":
                return misspelt.get(call)?.has("inputShape") !== true;
            case "option-unread":
                // The report of the lengths names the misspelt stride, and mends it.
                return !(fault.means === "strides" && lengths.has(call));
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
    const nearest = finding.spelling && nearestName(name, [...finding.spelling.names.keys()]);
    return nearest === undefined ? undefined : finding.spelling?.names.get(nearest)?.name;
}
