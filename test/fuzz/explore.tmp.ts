import { generate } from "./generate.js";
import { judge } from "./verdict.js";
export async function explore(from: number, n: number): Promise<void> {
    const failures = new Map<string, number[]>(), good: Record<string, [number, number]> = {};
    const start = performance.now(); let slow = 0, slowSeed = 0;
    for (let seed = from; seed < from + n; seed++) {
        const t = performance.now();
        const p = generate(seed);
        const v = await judge(p);
        const took = performance.now() - t; if (took > slow) { slow = took; slowSeed = seed; }
        const key = p.mistake?.name ?? "none";
        good[key] ??= [0, 0]; good[key]![v.failure ? 1 : 0]++;
        if (!p.mistake && v.failure) { const k = v.failure.replace(/\d+/g, "#").slice(0, 90); failures.set(k, [...(failures.get(k) ?? []), seed]); }
    }
    console.log("ms/program", (performance.now() - start) / n, "slowest", slow, slowSeed);
    console.log("runs/fails"); console.table(good);
    for (const [k, s] of [...failures].sort((a, b) => b[1].length - a[1].length)) console.log(s.length, k, s.slice(0, 4).join(" "));
}
