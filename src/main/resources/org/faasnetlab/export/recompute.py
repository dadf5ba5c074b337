#!/usr/bin/env python3
"""Recomputes the numbers of the report from the raw rows of this archive, and compares them with findings.json.

    python3 recompute.py [ARCHIVE.zip | FOLDER]

Needs Python 3.8 or newer with numpy and pandas. Exit code: 0 if every number agrees, 1 if one differs, 2 if the files
cannot be read. Recomputed are, of each trial and of each cell over its valid trials: counts, medians, percentiles, their 95 %
intervals, variation, common and steady window, aggregates and steady aggregates, start spread, shares inside the window,
processors, cold and warm functions with their time to ready, percentiles of round-trip times, and the times and GB-seconds of
the job. Not recomputed are: the models of bursts and the refill, whose intervals come from a bootstrap (its seed is in
findings.json), so that the start of the steady window is computed from the end of the burst that findings.json states for
each function; whether the sum of unsteady functions is steady, for the same reason; the cost in dollars, because price lists
are not in the archive; verdict and validity, which are rules. The definitions are in docs/methods.md of FaaS Network Lab; each
statistic is one function here.
"""
import io
import json
import math
import sys
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

TAIL = 0.025
MIN_FOR_RANKS = 6
MIN_FOR_PERCENTILES = 20
UNCLEAR_START_US = 2_000_000
MIN_STEADY_US = 2_000_000
# What trials of one cell have in common, beside the direction.
CELL_COLUMNS = (
    "transfer", "memory_mb", "functions", "streams", "seconds", "object_bytes", "link", "hosts", "host_link", "workload")
# Student's t with 1 to 4 degrees of freedom, upper 2.5 %.
STUDENT = {1: 12.706204736432095, 2: 4.302652729696142, 3: 3.182446305284263, 4: 2.7764451051977987}


# ---- statistics ----------------------------------------------------------------------------------------------------


def quantile(values, share):
    """Definition 7 of Hyndman and Fan (1996), the default of numpy."""
    return float(np.quantile(values, share))


def variation(values):
    mean = float(np.mean(values))
    return None if len(values) < 2 or mean == 0 else float(np.std(values, ddof=1)) / mean


def binomial_cdf(k, n, share):
    """P(B <= k)."""
    if k < 0:
        return 0.0
    i = np.arange(0, k + 1)
    log_factorial = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, n + 1)))))
    logs = log_factorial[n] - log_factorial[i] - log_factorial[n - i] + i * math.log(share) + (n - i) * math.log(1 - share)
    return float(np.exp(logs).sum())


def median_interval(values):
    """95 % interval of the median: interpolated order statistics (Hettmansperger, Sheather 1986), or Student's below 6."""
    n = len(values)
    if n < 2:
        return None
    x = np.sort(values)
    if n < MIN_FOR_RANKS:
        half = STUDENT[n - 1] * float(np.std(x, ddof=1)) / math.sqrt(n)
        return float(np.mean(x)) - half, float(np.mean(x)) + half
    rank = 0
    while binomial_cdf(rank, n, 0.5) <= TAIL:
        rank += 1
    outer = 1 - 2 * binomial_cdf(rank - 1, n, 0.5)
    inner = 1 - 2 * binomial_cdf(rank, n, 0.5)
    part = (outer - (1 - 2 * TAIL)) / (outer - inner)
    weight = (n - rank) * part / (rank + (n - 2 * rank) * part)
    low = x[rank - 1] + weight * (x[rank] - x[rank - 1])
    high = x[n - rank] + weight * (x[n - rank - 1] - x[n - rank])
    return float(low), float(high)


def quantile_interval(values, share):
    """95 % interval of a quantile between order statistics (Beran, Hall 1993); None where the values are too few."""
    x = np.sort(values)
    n = len(x)
    low = _position(n, share)
    high = _position(n, 1 - share)
    if low is None or high is None:
        return None
    return _at(x, low), _at(x, n + 1 - high)


def _position(n, share):
    rank = 0
    while rank < n and binomial_cdf(rank, n, share) <= TAIL:
        rank += 1
    if rank == 0:
        return None
    outer = binomial_cdf(rank - 1, n, share)
    inner = binomial_cdf(rank, n, share)
    return rank + (TAIL - outer) / (inner - outer)


def _at(x, rank):
    lower = min(len(x), max(1, math.floor(rank)))
    upper = min(len(x), lower + 1)
    return float(x[lower - 1] + (rank - lower) * (x[upper - 1] - x[lower - 1]))


def sample(values):
    """Statistics of one sample; percentiles from 20 values on."""
    enough = len(values) >= MIN_FOR_PERCENTILES
    return {
        "median": quantile(values, 0.5),
        "median_interval": median_interval(values),
        "p5": quantile(values, 0.05) if enough else None,
        "p5_interval": quantile_interval(values, 0.05) if enough else None,
        "p95": quantile(values, 0.95) if enough else None,
        "p95_interval": quantile_interval(values, 0.95) if enough else None,
        "variation": variation(values),
    }


def over_trials(each, name):
    """Median and interval of a statistic over the trials; None where a trial does not have it."""
    values = [one[name] for one in each]
    return (None, None) if None in values else (quantile(values, 0.5), median_interval(values))


def cell_statistics(trials):
    """Statistics over trials: of each, the median of what it is within the trials. With one trial, those of its values."""
    trials = [values for values in trials if len(values)]
    if not trials:
        return None
    each = [sample(values) for values in trials]
    common = {"trials": len(trials), "n": sum(len(values) for values in trials)}
    if len(trials) == 1:
        return {**each[0], **common, "between": None}
    medians = sample([one["median"] for one in each])
    if common["n"] == len(trials):
        return {**medians, **common, "variation": None, "between": medians["variation"]}
    result = {**common, "between": medians["variation"], "variation": over_trials(each, "variation")[0]}
    for name in ("median", "p5", "p95"):
        result[name], result[name + "_interval"] = over_trials(each, name)
    return result


def merged_histograms(texts, position):
    """One of the three histograms of the functions together, as counts by class: "distance:count" in base 36."""
    counts = {}
    for text in texts:
        number = 0
        for entry in filter(None, text.split(";")[position].split(" ")):
            distance, count = (int(part, 36) for part in entry.split(":"))
            number += distance
            counts[number] = counts.get(number, 0) + count
    return counts


def histogram_quantile(counts, share):
    """
    Nearest rank, in nanoseconds: the middle of its class. Class n below 256 has the time of n ns; from there on each power
    of two has 128 classes of equal width.
    """
    rank = max(1, math.ceil(share * sum(counts.values())))
    for number in sorted(counts):
        rank -= counts[number]
        if rank <= 0:
            break
    if number < 256:
        return float(number)
    doublings = (number - 256) // 128 + 1
    lowest = (128 + (number - 256) % 128) << doublings
    return lowest + (2**doublings - 1) / 2


# ---- windows -------------------------------------------------------------------------------------------------------


def finished(functions):
    return functions[functions.failure.isna() & functions.receiver_bytes.notna() & (functions.duration_us > 0)]


def rates(functions, metric=None):
    """Bandwidths in bit/s, or the rate that a workload states instead."""
    done = finished(functions)
    if metric:
        column = "metric_" + metric
        return done[column].dropna().to_numpy(dtype=float) if column in done else np.array([])
    return (done.receiver_bytes * 8e6 / done.duration_us).to_numpy(dtype=float)


def common_window(functions):
    """From the last start to the first end of the functions that finished, in microseconds after T0; or None."""
    done = finished(functions)
    done = done[done.start_us.notna()]
    if done.empty:
        return None
    start, end = int(done.start_us.max()), int((done.start_us + done.duration_us).min())
    return (start, end) if end > start else None


def bytes_inside(functions, intervals, window):
    """By function: bytes delivered inside the window, and their share of the function's bytes."""
    start, end = window
    inside = {}
    done = finished(functions)
    for function in done[done.start_us.notna()].itertuples():
        own = intervals[intervals.worker == function.worker]
        if own.bytes.sum() > 0:
            offset, duration, moved = (own[c].to_numpy(dtype=float) for c in ("offset_us", "duration_us", "bytes"))
        else:
            offset, duration, moved = (
                np.array([float(v)]) for v in (function.start_us, function.duration_us, function.receiver_bytes))
        until = offset + duration
        before = float((moved * np.clip(np.minimum(until, start) - offset, 0, None) / duration).sum())
        within = float((moved * np.clip(np.minimum(until, end) - np.maximum(offset, start), 0, None) / duration).sum())
        measured = float(moved.sum())
        # A sender counts what it puts into buffers; what the receiver never got is left out from the beginning.
        excess = max(0.0, measured - function.receiver_bytes)
        delivered = max(0.0, within - max(0.0, excess - before))
        every = min(measured, function.receiver_bytes)
        inside[int(function.worker)] = (delivered, delivered / every if every else 0.0)
    return inside


def steady_start(functions, intervals, models):
    """
    When the last function was past its burst, in microseconds after T0: the end of the interval in which its burst ended, its
    start if there was no burst, and 2 s later if its rate was unsteady. NaN if there is no steady rate; None if a function
    was not analyzed. Also whether a rate was unsteady.
    """
    starts = []
    unsteady = False
    for function in finished(functions).itertuples():
        model = models.get(int(function.worker))
        if model is None:
            return None, unsteady
        start = 0 if pd.isna(function.start_us) else int(function.start_us)
        if model["found"] in ("burst", "burst and second level"):
            own = intervals[intervals.worker == function.worker]
            end = own.offset_us.min() + round(model["time_to_baseline_s"] * 1e6)
            ends = own.offset_us + own.duration_us
            starts.append(int(ends[ends >= end].min()))
        elif model["found"] == "no burst":
            starts.append(start)
        elif model.get("change") == "unsteady":
            unsteady = True
            starts.append(start + UNCLEAR_START_US)
        else:
            starts.append(math.nan)
    return max(starts, key=lambda value: (math.isnan(value), value), default=math.nan), unsteady


def aggregate(inside, window):
    return sum(part for part, _ in inside.values()) * 8e6 / (window[1] - window[0])


def start_spread_ms(functions):
    starts = functions.start_us.dropna().to_numpy(dtype=float)
    return None if len(starts) == 0 else round(quantile(starts, 0.99) - quantile(starts, 0.01)) / 1000


# ---- comparison ----------------------------------------------------------------------------------------------------


class Comparison:
    def __init__(self):
        self.compared = 0
        self.differences = []

    def check(self, place, name, stated, computed, tolerance):
        self.compared += 1
        if stated is None and computed is None:
            return
        if stated is None or computed is None or abs(float(stated) - float(computed)) > tolerance:
            self.differences.append(f"{place}: {name} is {stated} in findings.json and {computed} from the rows")

    def rate(self, place, name, stated, computed):
        self.check(place, name, stated, computed, 1 + 1e-9 * abs(computed or 0))

    def bandwidths(self, place, stated, functions, metric):
        values = rates(functions, metric)
        if stated is None or len(values) == 0:
            self.check(place, "n", None if stated is None else stated["n"], len(values) or None, 0)
            return
        self.check(place, "n", stated["n"], len(values), 0)
        self.rate(place, "median", stated["median_bit_per_s"], quantile(values, 0.5))
        self.interval(place, "median", stated, median_interval(values))
        for name, share in (("p5", 0.05), ("p95", 0.95)):
            enough = len(values) >= MIN_FOR_PERCENTILES
            self.rate(place, name, stated[name + "_bit_per_s"], quantile(values, share) if enough else None)
            self.interval(place, name, stated, quantile_interval(values, share) if enough else None)
        self.check(place, "variation", stated["variation"], variation(values), 1.5e-6)

    def interval(self, place, name, stated, computed):
        for end, value in zip(("low", "high"), computed or (None, None)):
            self.rate(place, f"{name}_95_{end}", stated[f"{name}_95_{end}_bit_per_s"], value)

    def conclusions(self, place, stated, functions, intervals, probes, window, mixed, steady_from):
        """Returns the bytes inside the window, and aggregate and steady aggregate in bit/s."""
        total = steady_total = None
        self.check(place, "functions_finished", stated["functions_finished"], len(finished(functions)), 0)
        self.check(place, "functions_failed", stated["functions_failed"], int(functions.failure.notna().sum()), 0)
        metric = stated.get("rate_metric")
        if not mixed:
            self.bandwidths(place + ", all", stated["all"], functions, metric)
            self.bandwidths(place + ", cold", stated["cold"], functions[functions.cold == True], metric)  # noqa: E712
            self.bandwidths(place + ", warm", stated["warm"], functions[functions.cold == False], metric)  # noqa: E712
        spread = start_spread_ms(functions)
        self.check(place, "start_spread_ms", stated["start_spread_ms"], spread, 0.0015)
        self.window(place, "common_window", stated["common_window"], window)
        inside = bytes_inside(functions, intervals, window) if window else {}
        if not mixed:
            if metric:
                each = rates(functions, metric)
                total = float(each.sum()) if len(each) else None
            else:
                total = aggregate(inside, window) if inside else None
            self.rate(place, "aggregate", stated["aggregate_bit_per_s"], total)
            steady = stated["steady_window"]
            if steady and window:
                part = (round(steady["start_s"] * 1e6), round(steady["end_s"] * 1e6))
                start, _ = steady_from
                start = None if start is None or math.isnan(start) else max(window[0], start)
                self.check(place, "start of the steady window", part[0], start, 0)
                self.check(place, "end of the steady window", part[1], window[1], 0)
                if not window[0] <= part[0] < part[1]:
                    self.differences.append(f"{place}: the steady window is not inside the common window")
                steady_total = aggregate(bytes_inside(functions, intervals, part), part)
            elif window and self.has_steady_window(window, *steady_from):
                self.differences.append(f"{place}: the steady window is missing in findings.json")
            self.rate(place, "steady_aggregate", stated["steady_aggregate_bit_per_s"], steady_total)
        self.latency(place, stated.get("latency"), functions, probes)
        return inside, total, steady_total

    def has_steady_window(self, window, start, unsteady):
        """False where it cannot be computed, or depends on the model of a sum."""
        known = start is not None and not math.isnan(start) and not unsteady
        return known and window[1] - max(window[0], start) >= MIN_STEADY_US

    def window(self, place, name, stated, computed):
        for i, end in enumerate(("start_s", "end_s")):
            self.check(
                place,
                f"{name}.{end}",
                None if stated is None else round(stated[end] * 1e6),
                None if computed is None else computed[i],
                0)

    def job(self, place, stated, memory_mb, functions):
        """Response time, total time, and billed memory times time, each function rounded up to a millisecond."""
        done = finished(functions)
        done = done[done.start_us.notna()]
        if stated is None:
            if memory_mb and len(done):
                self.differences.append(f"{place}: the job is missing in findings.json")
            return
        micros = done.duration_us.to_numpy(dtype=np.int64)
        self.check(place, "response_s", stated["response_s"], (done.start_us + done.duration_us).max() / 1e6, 1e-6)
        self.check(place, "function_time_s", stated["function_time_s"], micros.sum() / 1e6, 1e-6)
        gb_seconds = memory_mb / 1024 * int((-(-micros // 1000)).sum()) / 1000
        self.check(place, "gb_seconds", stated["gb_seconds"], gb_seconds, 1e-6)

    def latency(self, place, stated, functions, probes):
        """Percentiles of the round-trip times of the functions together."""
        texts = probes[probes.worker.isin(functions.worker)].histograms
        for position, phase in enumerate(("idle", "loaded", "after")):
            counts = merged_histograms(texts, position)
            times = (stated or {}).get(phase)
            self.check(f"{place}, {phase}", "n", times and times["n"], sum(counts.values()) or None, 0)
            for percent in (50, 95, 99) if times and counts else ():
                nanos = histogram_quantile(counts, percent / 100)
                self.check(f"{place}, {phase}", f"rtt_p{percent}_ms", times[f"rtt_p{percent}_ms"], nanos / 1e6, 0.00051)

    def statistics(self, place, name, stated, computed):
        self.rate(place, name, stated[name + "_bit_per_s"], computed and computed["median"])
        self.interval(place, name, stated, computed and computed["median_interval"])

    def cell(self, place, stated, parts, metric):
        """A cell over the parts of its valid trials: (functions, aggregate, steady aggregate)."""
        each = cell_statistics([rates(functions, metric) for functions, _, _ in parts])
        self.check(place, "trials", stated["trials"], each["trials"] if each else 0, 0)
        self.check(place, "n", stated["n"], each["n"] if each else 0, 0)
        self.statistics(place, "median", stated, each)
        for name in ("p5", "p95"):
            self.rate(place, name, stated[name + "_bit_per_s"], each and each[name])
            self.interval(place, name, stated, each and each[name + "_interval"])
        self.check(place, "variation_in_trial", stated["variation_in_trial"], each and each["variation"], 1.5e-6)
        self.check(place, "variation_between_trials", stated["variation_between_trials"], each and each["between"], 1.5e-6)
        for i, name in ((1, "aggregate"), (2, "steady_aggregate")):
            self.statistics(place, name, stated, cell_statistics([[part[i]] for part in parts if part[i] is not None]))

    def cold_starts(self, place, stated, parts, metric):
        for kind in ("cold", "warm"):
            own = [functions[functions.cold == (kind == "cold")] for functions, _, _ in parts]
            each = cell_statistics([rates(functions, metric) for functions in own])
            where = f"{place}, {kind}"
            self.check(where, "trials", stated[kind]["trials"], each and each["trials"], 0)
            self.check(where, "n", stated[kind]["n"], each and each["n"], 0)
            self.statistics(where, "median", stated[kind], each)
            ready = cell_statistics([finished(functions).ready_us.dropna().to_numpy(dtype=float) for functions in own])
            ends = (ready and ready["median_interval"]) or (None, None)
            for name, value in (("ready", ready and ready["median"]), ("ready_95_low", ends[0]), ("ready_95_high", ends[1])):
                millis = None if value is None else value / 1000
                self.check(where, name + "_ms", stated[kind][name + "_ms"], millis, 0.00051)

    def cells(self, place, run, trials, functions_of, totals):
        """Groups the valid trials by what they measured, in the order in which it was measured first."""
        cells = {}
        metrics = {}
        invalid = {}
        for number, stated in enumerate(run["trials"]):
            trial = trials[trials.trial == number].iloc[0]
            functions = functions_of(number)
            for part in stated.get("directions") or [{**stated, "direction": trial.direction}]:
                own, count = functions, int(trial.functions)
                if stated.get("directions"):
                    down = functions.worker < count // 2
                    own = functions[down if part["direction"] == "download" else ~down]
                    count = count // 2 if part["direction"] == "download" else count - count // 2
                key = tuple(str(trial[c]) for c in CELL_COLUMNS) + (part["direction"], count)
                cells.setdefault(key, [])
                metrics[key] = part.get("rate_metric")
                if part["valid"]:
                    cells[key].append((own, *totals.get((number, part["direction"]), (None, None))))
                else:
                    invalid[key] = invalid.get(key, 0) + 1
        self.check(place, "number of cells", len(run["cells"]), len(cells), 0)
        for stated, (key, parts) in zip(run["cells"], cells.items()):
            where = f"{place}, cell {stated['cell']}"
            self.check(where, "invalid_trials", stated["invalid_trials"], invalid.get(key, 0), 0)
            self.cell(where, stated, parts, metrics[key])
        both = [
            (parts, metrics[key])
            for key, parts in cells.items()
            if all(any(len(rates(own[own.cold == cold], metrics[key])) for own, _, _ in parts) for cold in (True, False))
        ]
        self.check(place, "cells with cold and warm functions", len(run["cold_starts"]), len(both), 0)
        for stated, (parts, metric) in zip(run["cold_starts"], both):
            self.cold_starts(f"{place}, cell {stated['cell']}", stated, parts, metric)

    def trial(self, place, stated, trial, functions, intervals, probes, totals):
        window = common_window(functions)
        mixed = bool(stated.get("directions"))
        models = {one["function"]: one["burst"] for one in stated["functions"]}
        steady_from = steady_start(functions, intervals, models)
        inside, *whole = self.conclusions(place, stated, functions, intervals, probes, window, mixed, steady_from)
        totals[(int(trial.trial), trial.direction)] = whole
        for part in stated.get("directions", []):
            down = functions.worker < trial.functions // 2
            own = functions[down if part["direction"] == "download" else ~down]
            where = f"{place}, {part['direction']}"
            _, *of_part = self.conclusions(where, part, own, intervals, probes, window, False, steady_from)
            totals[(int(trial.trial), part["direction"])] = of_part
        self.job(place, stated["job"], trial.memory_mb, functions)
        done = set(finished(functions).worker)
        for one in stated["functions"]:
            row = functions[functions.worker == one["function"]].iloc[0]
            where = f"{place}, function {one['function']}"
            share = inside.get(one["function"], (None, None))[1]
            self.check(where, "inside_common_window", one["inside_common_window"], share, 0.000051)
            busy = row.cpu_us / row.duration_us if one["function"] in done and pd.notna(row.cpu_us) else None
            self.check(where, "processors", one["processors"], busy, 0.000051)


# ---- files ---------------------------------------------------------------------------------------------------------


class Archive:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path) if path.is_file() else None
        self.folder = path

    def read(self, name):
        return self.zip.read(name) if self.zip else (self.folder / name).read_bytes()

    def table(self, name):
        return pd.read_csv(io.BytesIO(self.read(name + ".csv")), low_memory=False)


def compare(archive):
    comparison = Comparison()
    findings = json.loads(archive.read("findings.json"))
    runs, trials, functions, intervals, probes = (
        archive.table(t) for t in ("runs", "trials", "functions", "intervals", "probes"))
    keys = dict(zip(runs.id, runs.run))
    skipped = 0
    for run in findings["runs"]:
        key = keys[run["run"]]
        totals = {}
        for number, stated in enumerate(run["trials"]):
            if stated is None:
                skipped += 1
                continue
            trial = trials[(trials.run == key) & (trials.trial == number)].iloc[0]
            comparison.trial(
                f"run {run['run']}, trial {number + 1}",
                stated,
                trial,
                functions[(functions.run == key) & (functions.trial == number)],
                intervals[(intervals.run == key) & (intervals.trial == number)],
                probes[(probes.run == key) & (probes.trial == number)],
                totals)
        if "cells" in run:
            own = functions[functions.run == key]
            comparison.cells(
                f"run {run['run']}",
                run,
                trials[trials.run == key],
                lambda number, own=own: own[own.trial == number],
                totals)
    return comparison, skipped


def main(arguments):
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        comparison, skipped = compare(Archive(path))
    except (OSError, KeyError, IndexError, ValueError, zipfile.BadZipFile) as problem:
        print(f"Cannot read {path}: {problem!r}", file=sys.stderr)
        return 2
    for difference in comparison.differences:
        print(difference)
    print(
        f"{comparison.compared} numbers compared, {len(comparison.differences)} differ."
        + (f" {skipped} trials are too large to have findings in the archive." if skipped else ""))
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
