#!/usr/bin/env python3
"""Recomputes the numbers of the report from the raw rows of this archive, and compares them with findings.json.

    python3 recompute.py [ARCHIVE.zip | FOLDER]

Needs Python 3.8 or newer with numpy and pandas. Exit code: 0 if every number agrees, 1 if one differs, 2 if the files
cannot be read. Recomputed are, of each trial and of each cell over its valid trials: counts, validity with its reasons, medians,
percentiles, their 95 % intervals, variation, common and steady window, aggregates and steady aggregates with their
intervals over time, start spread, shares inside the window, processors, cold and warm functions with their time to ready,
percentiles of round-trip times, the times and GB-seconds of the job, bursts and baselines over the trials, and the refill.
Of each function's burst: that its baseline is the least-squares line through the bytes after the knee, with the interval
of its bootstrap; that the burst is C(knee) - r knee for that baseline, less the slow start and what was not delivered; the
burst rate; the largest hidden burst; the mean of a rate that changed, with its interval.
Not recomputed are: which model describes a transfer, that is where its knee is, which findings.json states; the intervals
of burst, burst rate and time to the baseline; the levels of a rate that changed, but that they lie within what was measured;
whether the sum of unsteady functions is steady; the cost in dollars, because price lists are not in the archive; and
verdicts, which are rules. The definitions are in docs/methods.md of FaaS Network Lab; each
statistic is one function here.
"""
import functools
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
# Validity: the most that is no reason to doubt.
MAX_FAILED_SHARE = 0.1
MAX_START_US = 500_000
BUSY = 0.9
MIN_MEASURED_SHARE = 0.8
MAX_MISSING_SHARE = 0.02
# Bursts.
RESAMPLES = 400
SEED = 2019
BLOCK_S = 1
IPERF3_BLOCK = 128 << 10
TCP_BUFFERS = 6 << 20
SLOW_START_S = 2
READ_S = 1
FASTER = 1.25
MAX_BINS = 200
BIN_US = 100_000
# What trials of one cell have in common, beside the direction.
CELL_COLUMNS = (
    "transfer", "memory_mb", "functions", "streams", "seconds", "object_bytes", "link", "hosts", "host_link", "workload")


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


@functools.lru_cache(maxsize=None)
def student(freedom):
    """The upper 2.5 % of Student's t, from its density by Simpson's rule and bisection."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    # With x = sqrt(f) tan(a), the density becomes cos(a)^(f - 1) over a finite range.
    def below(x):
        angles = np.linspace(0, math.atan(x / math.sqrt(freedom)), 20_001)
        heights = np.cos(angles) ** (freedom - 1)
        weights = np.ones_like(angles)
        weights[1:-1:2], weights[2:-1:2] = 4, 2
        return 0.5 + scale * math.sqrt(freedom) * float((weights * heights).sum()) * (angles[1] - angles[0]) / 3

    low, high = 0.0, 100.0
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < 1 - TAIL else (low, middle)
    return low


def median_interval(values):
    """95 % interval of the median: interpolated order statistics (Hettmansperger, Sheather 1986), or Student's below 6."""
    n = len(values)
    if n < 2:
        return None
    x = np.sort(values)
    if n < MIN_FOR_RANKS:
        half = student(n - 1) * float(np.std(x, ddof=1)) / math.sqrt(n)
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


@functools.lru_cache(maxsize=None)
def draws(count, bound):
    """The first numbers below a bound of java.util.Random with the seed of the program."""
    mask = (1 << 48) - 1
    state = (SEED ^ 0x5DEECE66D) & mask
    numbers = np.empty(count, dtype=np.int64)
    for i in range(count):
        while True:
            state = (state * 0x5DEECE66D + 0xB) & mask
            bits = state >> 17
            number = bits % bound
            if bound & (bound - 1) == 0:
                number = (bound * bits) >> 31
                break
            if bits - number + bound - 1 < 1 << 31:
                break
        numbers[i] = number
    return numbers


class Resampling:
    """Circular block bootstrap (Politis, Romano 1992) of the bytes of intervals, in blocks of 1 s or more."""

    def __init__(self, moved, seconds):
        self.n = len(moved)
        self.seconds = seconds
        length = max(math.floor(BLOCK_S / (seconds / self.n) + 0.5), math.floor(self.n ** (1 / 3) + 1e-9))
        self.block = max(1, min(length, self.n // 2))
        residuals = moved - moved.mean()
        self.sums = np.concatenate(([0.0], np.cumsum(np.concatenate((residuals, residuals)))))
        k = max(2, self.n // self.block)
        self.widening = student(k - 1) / 1.96 * math.sqrt(k / (k - 1))

    def deviations(self, intervals):
        """Of the bytes of so many intervals, in each resample."""
        lengths = [self.block] * (intervals // self.block) + [intervals % self.block] * (intervals % self.block > 0)
        starts = draws(RESAMPLES * len(lengths), self.n).reshape(RESAMPLES, len(lengths))
        return self.widening * (self.sums[starts + np.array(lengths)] - self.sums[starts]).sum(axis=1)

    def slope_deviations(self):
        """
        Of the slope of the least-squares line through the sums of each resample, in bytes per second. It is the mean of the
        n values with weights of i (n + 1 - i); a block that begins at place p of the resample and at place s of the series
        adds the sum of (p - s + j) (n + 1 - p + s - j) times value j, which moments of the series give.
        """
        n = self.n
        placed = np.arange(0, n, self.block)
        starts = draws(RESAMPLES * len(placed), n).reshape(RESAMPLES, -1)
        ends = starts + np.minimum(self.block, n - placed)
        place = np.arange(1, 2 * n + 1)
        values = np.diff(self.sums)
        moments = [self.sums] + [np.concatenate(([0.0], np.cumsum(place**power * values))) for power in (1.0, 2.0)]
        zeroth, first, second = (moment[ends] - moment[starts] for moment in moments)
        shift = (placed - starts).astype(float)
        weighted = (shift * (n + 1 - shift) * zeroth + (n + 1 - 2 * shift) * first - second).sum(axis=1)
        return self.widening * n / self.seconds * weighted * 6 / n / (n + 1) / (n + 2)

    def slope_interval(self, rate):
        return self.interval(rate, self.slope_deviations())

    def rate_interval(self, rate):
        return self.interval(rate, self.deviations(self.n) / self.seconds)

    def interval(self, rate, deviations):
        """95 % interval of a rate in bytes per second, in bit/s; a block of iperf3 wide at least."""
        floor = IPERF3_BLOCK / self.seconds
        low = rate + min(-floor, quantile(deviations, TAIL))
        return 8 * max(0.0, low), 8 * (rate + max(floor, quantile(deviations, 1 - TAIL)))


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


def aggregate_interval(functions, intervals, own, window, total):
    """
    95 % interval of an aggregate over the time of its window, from bins at multiples of their width after T0.

    functions: of the whole trial, whose intervals decide the width; own: those of the aggregate.
    """
    done = finished(functions)
    measured = intervals[intervals.worker.isin(done[done.start_us.notna()].worker)]
    if measured.empty:
        return None
    width = max(1, math.floor(measured.duration_us.mean() / BIN_US + 0.5)) * BIN_US
    first, end = -(-window[0] // width), window[1] // width
    seconds = max(0, end - first) * width / 1e6
    mine = measured[measured.worker.isin(own.worker)]
    if seconds < MIN_STEADY_US / 1e6 or mine.empty:
        return None
    # The bytes until each edge of a bin, of all intervals together.
    edges = np.arange(first, end + 1) * width
    offset, duration, moved = (mine[c].to_numpy(dtype=float) for c in ("offset_us", "duration_us", "bytes"))
    until = np.array([(moved * np.clip((edge - offset) / duration, 0, 1)).sum() for edge in edges])
    return Resampling(np.diff(until), seconds).rate_interval(total / 8)


# ---- bursts --------------------------------------------------------------------------------------------------------


class Course:
    """The cumulative bytes of a function's transfer, as recorded and with stalls that were not made up for filled in."""

    def __init__(self, intervals):
        own = intervals.sort_values("offset_us")
        ends = (own.offset_us + own.duration_us - own.offset_us.iloc[0]).to_numpy(dtype=float)
        self.seconds = np.concatenate(([0.0], ends / 1e6))
        self.recorded = np.concatenate(([0.0], np.cumsum(own.bytes.to_numpy(dtype=float))))
        self.step = self.seconds[-1] / (len(self.seconds) - 1)
        self.bytes = self.filled()

    def filled(self):
        """A stretch of 0.5 s below 70 % of its neighbours, by 4 standard deviations or more (Hampel 1974)."""
        each = max(1, math.floor(0.5 / self.step + 0.5))
        edges = np.arange(0, (len(self.seconds) - 1) // each + 1) * each
        rate = np.diff(self.recorded[edges]) / np.diff(self.seconds[edges])
        n = len(rate)
        usual = [float(np.median(rate[i + 4:i + 7])) for i in range(max(0, n - 6))]
        deviations = [abs(rate[i + 3] - one) / max(1, one) for i, one in enumerate(usual)]
        low = min(0.7, 1 - 4 * 1.4826 * float(np.median(deviations))) if deviations else 0.7
        result = self.recorded.copy()
        for i in range(3, n - 3):
            after = float(np.median(rate[i + 1:i + 4]))
            around = min(float(np.median(rate[i - 3:i])), after)
            missing = around - rate[i]
            if rate[i] < low * around and np.clip(rate[i + 1:i + 4] - after, 0, None).sum() < 0.5 * missing:
                start, end = i * each, (i + 1) * each
                result[start + 1:] += missing * (np.minimum(self.seconds[start + 1:], self.seconds[end]) - self.seconds[start])
        return result

    def slope(self, first, moved=None):
        """Of the least-squares line through the points from one on, in bytes per second."""
        x = self.seconds[first:] - (self.seconds[first] + self.seconds[-1]) / 2
        y = (self.bytes if moved is None else moved)[first:]
        return float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())

    def resampling(self, first, moved=None):
        parts = np.diff((self.bytes if moved is None else moved)[first:])
        times = np.diff(self.seconds[first:])
        return Resampling(parts - parts.sum() / times.sum() * times, times.sum())

    def baseline_start(self, model, from_s, to_s):
        """
        The point within a range of time from which on the line has the stated rate, of several that with the stated
        interval; None if there is none.
        """
        rate = model["baseline_bit_per_s"]
        points = [
            int(point)
            for point in np.flatnonzero((self.seconds >= from_s - 1e-6) & (self.seconds <= to_s + 1e-6))
            if len(self.seconds) - point > 2 and abs(8 * max(0.0, self.slope(point)) - rate) <= 1 + 1e-9 * rate]
        same = [
            point
            for point in points
            if abs(self.resampling(point).slope_interval(rate / 8)[0] - model["baseline_95_low_bit_per_s"]) <= 2 + 1e-9 * rate]
        return (same or points or [None])[0]


def undelivered(row, download):
    """Bytes that the sender of an upload counted and the receiver did not."""
    return 0 if download or pd.isna(row.sender_bytes) else max(0, row.sender_bytes - row.receiver_bytes)


def largest_hidden(course, first, rate, buffered):
    """The largest burst that deviations at the start could hide, in bytes."""
    end = int(np.argmax(course.seconds >= min(course.seconds[-1], SLOW_START_S) - 1e-9)) + 1
    above = course.bytes[:end] - rate * course.seconds[:end]
    most = above.max() - above[:min(end, first + 1)].min()
    deviations = course.resampling(first).deviations(max(1, math.floor(0.5 / course.step + 0.5)))
    return max(TCP_BUFFERS, max(0, most - buffered) + quantile(deviations, 0.95))


BURST_NAMES = (
    ("burst_bytes", "burst_95_low_bytes", "burst_95_high_bytes"),
    ("burst_bit_per_s", "burst_95_low_bit_per_s", "burst_95_high_bit_per_s"),
    ("burst_s", "burst_95_low_s", "burst_95_high_s"),
    ("baseline_bit_per_s", "baseline_95_low_bit_per_s", "baseline_95_high_bit_per_s"))


def burst_value(model, name):
    """A quantity of a function's burst under its name in cells; None if the function does not show it."""
    if name == "baseline_bit_per_s":
        return None if model["found"] == "rate changed" else model.get(name)
    if not model["found"].startswith("burst"):
        return None
    return model.get("time_to_second_level_s", model["time_to_baseline_s"]) if name == "burst_s" else model[name]


def burst_values(models, name):
    """
    Of the functions of a trial that show it; none if less than half of those that count do. Of bursts only functions in new
    sandboxes count, and only if most are new.
    """
    if name != "baseline_bit_per_s":
        models = of_new_sandboxes(models)
    showing = [value for value in (burst_value(model, name) for model in models) if value is not None]
    return np.array(showing, dtype=float) if models and 2 * len(showing) >= len(models) else np.array([])


def of_new_sandboxes(models):
    """Those whose bucket was full; none if most were not."""
    new = [one for one in models if not one["used"]]
    return new if 2 * len(new) > len(models) else []


class Pauses:
    """The refill rates of functions whose sandbox ran in the previous trial, in bit/s: the second burst over the pause."""

    def __init__(self, run, trials, functions, intervals):
        self.run, self.trials, self.functions, self.intervals = run, trials, functions, intervals

    def __call__(self, number, workers):
        before = self.transfers(number - 1)
        after = {place: one for place, one in self.transfers(number).items() if one[0] in workers}
        refills = []
        for place, (_, model, start, _) in after.items():
            if place in before and all(one["found"].startswith("burst") for one in (model, before[place][1])):
                pause = start - before[place][3]
                if pause > 0:
                    refills.append(model["burst_bytes"] * 8e6 / pause)
        return refills

    def transfers(self, number):
        """By sandbox and direction: function, model, start and end in microseconds since 1970."""
        trial = self.trials[self.trials.trial == number].iloc[0]
        models = {one["function"]: one["burst"] for one in self.run["trials"][number]["functions"]}
        transfers = {}
        for row in finished(self.functions[self.functions.trial == number]).itertuples():
            own = self.intervals[(self.intervals.trial == number) & (self.intervals.worker == row.worker)]
            if pd.notna(trial.t0_us) and pd.notna(row.sandbox) and len(own) and models.get(int(row.worker)):
                download = row.worker < trial.functions // 2 if trial.direction == "both" else trial.direction
                start, end = own.offset_us.min(), (own.offset_us + own.duration_us).max()
                transfers[(row.sandbox, download)] = (
                    int(row.worker), models[int(row.worker)], trial.t0_us + start, trial.t0_us + end)
        return transfers


def no_pause(number, workers):
    return []


# ---- validity ------------------------------------------------------------------------------------------------------


def is_too_short(functions, trial):
    """A search ends when it has found its limit."""
    if trial.transfer == "capacity" or pd.isna(trial.seconds):
        return pd.Series(False, index=functions.index)
    return functions.duration_us < MIN_MEASURED_SHARE * trial.seconds * 1e6


def is_incomplete(functions):
    missing = functions.get("metric_missing_us", pd.Series(np.nan, index=functions.index))
    return missing > MAX_MISSING_SHARE * functions.duration_us


def trial_reasons(trial, functions, evidence):
    """Why a trial may say something else than the network, in the order of the program."""
    done = functions[functions.failure.isna() & functions.receiver_bytes.notna() & functions.duration_us.notna()]
    starts = functions.start_us.dropna().to_numpy(dtype=float)
    spread = start_spread_ms(functions)
    busy = evidence.computer_busy.dropna()
    reasons = {
        "no_result": done.empty,
        "failures": not done.empty and trial.functions - len(done) > MAX_FAILED_SHARE * trial.functions,
        "missed_start": len(starts) > 0 and quantile(starts, 0.5) > MAX_START_US,
        "start_spread": spread is not None and spread * 1000 > MAX_START_US,
        "computer_busy": bool((busy > BUSY).any()),
        "too_short": 2 * int(is_too_short(done, trial).sum()) > len(done),
        "incomplete": int(is_incomplete(done).sum()) > MAX_FAILED_SHARE * len(done),
    }
    return [reason for reason, applies in reasons.items() if applies]


def function_reasons(trial, functions, row):
    one = functions.loc[[row.name]]
    done = pd.isna(row.failure) and pd.notna(row.receiver_bytes) and pd.notna(row.duration_us)
    reasons = {
        "no_result": not done,
        "missed_start": pd.notna(row.start_us) and row.start_us > MAX_START_US,
        "too_short": done and bool(is_too_short(one, trial).iloc[0]),
        "incomplete": bool(is_incomplete(one).iloc[0]),
    }
    return [reason for reason, applies in reasons.items() if applies]


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

    def reasons(self, place, stated, computed):
        self.compared += 1
        if stated["invalid_reasons"] != computed or stated["valid"] != (not computed):
            self.differences.append(
                f"{place}: invalid_reasons are {stated['invalid_reasons']} in findings.json and {computed} from the rows")

    def holds(self, place, name, true):
        self.compared += 1
        if not true:
            self.differences.append(f"{place}: {name} does not hold for the rows")

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
            # No rate is below 0, where Student's interval of few values may reach.
            value = value if value is None else max(0.0, value)
            self.rate(place, f"{name}_95_{end}", stated[f"{name}_95_{end}_bit_per_s"], value)

    def burst(self, place, model, course, buffered):
        """
        The numbers of a function's burst for the knee that findings.json states. A baseline begins at one of the first
        points after it, no later than two bins of the search for levels.
        """
        found = model["found"]
        bins = 2 * max(BIN_US / 1e6, course.seconds[-1] / MAX_BINS, course.step)
        if found == "rate changed":
            mean = course.recorded[-1] / course.seconds[-1]
            self.rate(place, "mean", model["mean_bit_per_s"], 8 * mean)
            self.interval(place, "mean", model, course.resampling(0, course.recorded).rate_interval(mean))
            for level in model["levels"]:
                inside = (course.seconds[1:] > level["from_s"] - 1e-6) & (course.seconds[:-1] < level["to_s"] + 1e-6)
                rates_inside = 8 * (np.diff(course.bytes) / np.diff(course.seconds))[inside]
                within = len(rates_inside) and rates_inside.min() - 1 <= level["bit_per_s"] <= rates_inside.max() + 1
                self.holds(place, f"level from {level['from_s']} s", model["change"] == "drift" or within)
            return
        if found == "too short to tell":
            return
        knee = model.get("time_to_baseline_s")
        start = (0, course.seconds[-1]) if knee is None else (knee - bins, knee + 2 * bins)
        first = course.baseline_start(model, *start)
        self.holds(place, "the baseline as the least-squares line after the knee", first is not None)
        if first is None:
            return
        rate = max(0.0, course.slope(first))
        self.interval(place, "baseline", model, course.resampling(first).slope_interval(rate))
        if found == "no burst":
            hidden = largest_hidden(course, first, rate, buffered)
            self.check(place, "largest_hidden_burst_bytes", model["largest_hidden_burst_bytes"], hidden, 2)
            return
        self.holds(place, "a burst rate of 1.25 times the baseline", model["burst_bit_per_s"] >= FASTER * 8 * rate)
        if found == "burst":
            self.bucket(place, model, course, first, rate, buffered)

    def bucket(self, place, model, course, first, rate, buffered):
        """C(t) - r t after the knee, at its end or over a second of it, less its lowest value in a slow start."""
        above = course.bytes - rate * course.seconds
        second = int(np.argmax(course.seconds >= min(course.seconds[-1], course.seconds[first] + READ_S) - 1e-9))
        plateaus = [above[first], above[first:second + 1].mean()]
        knee = model["time_to_baseline_s"]
        lowest = np.unique(np.minimum.accumulate(above[:first + 1]))
        bytes_of = np.array([max(0.0, plateau - low - buffered) for plateau in plateaus for low in lowest])
        self.holds(place, "burst_bytes = C(knee) - r knee", np.abs(bytes_of - model["burst_bytes"]).min() <= 2)
        # The knee has whole microseconds.
        tolerance = 1 + model["burst_bit_per_s"] * 2e-6 / knee
        rates_of = np.array([8 * max(0.0, rate + (plateau - buffered) / knee) for plateau in plateaus])
        self.holds(place, "burst_bit_per_s", np.abs(rates_of - model["burst_bit_per_s"]).min() <= tolerance)

    def cell_bursts(self, place, stated, parts):
        """Bursts of a cell, from the functions of its trials as findings.json has them: [models of each trial]."""
        parts = [models for models in parts if models]
        if stated is None:
            self.check(place, "trials with analyzed functions", None, len(parts) or None, 0)
            return
        self.check(place, "burst.trials", stated["trials"], len(parts), 0)
        short = sum(2 * sum(one["found"].startswith("too") for one in models) > len(models) for models in parts)
        self.check(place, "burst.trials_too_short", stated["trials_too_short"], short, 0)
        self.check(
            place, "burst.trials_with_new_sandboxes", stated["trials_with_new_sandboxes"],
            sum(len(of_new_sandboxes(models)) > 0 for models in parts), 0)
        for count, name in (("trials_with_burst", "burst_bytes"), ("trials_with_baseline", "baseline_bit_per_s")):
            having = sum(len(burst_values(models, name)) > 0 for models in parts)
            self.check(place, "burst." + count, stated[count], having, 0)
        for names in BURST_NAMES:
            values = [burst_values(models, names[0]) for models in parts]
            known = cell_statistics(values)
            ends = (known and known["median_interval"]) or (None, None)
            if known and known["n"] == 1:
                # That of the fit.
                model = next(
                    one for models in parts if len(burst_values(models, names[0])) for one in models
                    if burst_value(one, names[0]) is not None and not (one["used"] and names[0].startswith("burst")))
                ends = (model.get(names[1]), model.get(names[2]))
            computed = (known and known["median"], *ends)
            for name, value, end in zip(names, computed, (False, True, True)):
                # Values in findings.json are rounded to bytes, bit/s or microseconds, and so are those that enter here.
                tolerance = 5 if not name.endswith("_s") or name.endswith("bit_per_s") else 5e-6
                value = max(0.0, value) if end and value is not None else value
                self.check(place, "burst." + name, stated[name], value, tolerance + 1e-6 * abs(value or 0))

    def refill(self, place, stated, pauses):
        """Refill of a cell over its pauses: [rates of the functions in each]."""
        known = cell_statistics([np.array(rates_of, dtype=float) for rates_of in pauses])
        if stated is None or known is None:
            self.check(place, "refill", stated and stated["refill_bit_per_s"], known and known["median"], 0)
            return
        self.check(place, "refill.pauses", stated["pauses"], known["trials"], 0)
        self.check(place, "refill.n", stated["n"], known["n"], 0)
        ends = known["median_interval"] or (None, None)
        for name, value in zip(("", "_95_low", "_95_high"), (known["median"], *ends)):
            value = max(0.0, value) if value is not None else None
            self.check(
                place, "refill" + name, stated[f"refill{name}_bit_per_s"], value, 100 + 1e-6 * abs(value or 0))

    def conclusions(self, place, stated, functions, intervals, probes, window, mixed, steady_from, whole_trial, sampled):
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
            if not sampled:
                known = None if metric or total is None else aggregate_interval(
                    whole_trial, intervals, functions, window, total)
                self.interval(place, "aggregate", stated, known)
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
                known = aggregate_interval(whole_trial, intervals, functions, part, steady_total)
                self.interval(place, "steady_aggregate", stated, known)
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

    def cells(self, place, run, trials, functions_of, totals, validity, pauses_of):
        """Groups the valid trials by what they measured, in the order in which it was measured first."""
        cells = {}
        models = {}
        pauses = {}
        metrics = {}
        invalid = {}
        used = set()
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
                if validity[number]:
                    cells[key].append((own, *totals.get((number, part["direction"]), (None, None))))
                    known = {one["function"]: one["burst"] for one in stated["functions"]}
                    models.setdefault(key, []).append([
                        {**known[w], "used": (sandbox, part["direction"]) in used}
                        for w, sandbox in zip(own.worker, own.sandbox) if known.get(w)])
                    if validity.get(number - 1):
                        pauses.setdefault(key, []).append(pauses_of(number, set(own.worker)))
                else:
                    invalid[key] = invalid.get(key, 0) + 1
            for part in stated.get("directions") or [{"direction": trial.direction}]:
                own = functions
                if stated.get("directions"):
                    down = functions.worker < int(trial.functions) // 2
                    own = functions[down if part["direction"] == "download" else ~down]
                used |= {(sandbox, part["direction"]) for sandbox in own.sandbox.dropna()}
        self.check(place, "number of cells", len(run["cells"]), len(cells), 0)
        for stated, (key, parts) in zip(run["cells"], cells.items()):
            where = f"{place}, cell {stated['cell']}"
            self.check(where, "invalid_trials", stated["invalid_trials"], invalid.get(key, 0), 0)
            self.cell(where, stated, parts, metrics[key])
            self.cell_bursts(where, stated.get("burst"), models.get(key, []))
            if run.get("bursts_of") != "typical_functions":
                self.refill(where, stated.get("refill"), pauses.get(key, []))
        both = [
            (parts, metrics[key])
            for key, parts in cells.items()
            if all(any(len(rates(own[own.cold == cold], metrics[key])) for own, _, _ in parts) for cold in (True, False))
        ]
        self.check(place, "cells with cold and warm functions", len(run["cold_starts"]), len(both), 0)
        for stated, (parts, metric) in zip(run["cold_starts"], both):
            self.cold_starts(f"{place}, cell {stated['cell']}", stated, parts, metric)

    def trial(self, place, stated, trial, functions, intervals, probes, evidence, totals):
        """Returns whether the trial is valid."""
        reasons = trial_reasons(trial, functions, evidence)
        self.reasons(place, stated, reasons)
        window = common_window(functions)
        mixed = bool(stated.get("directions"))
        models = {one["function"]: one["burst"] for one in stated["functions"]}
        steady_from = steady_start(functions, intervals, models)
        done = set(finished(functions).worker)
        # Of a large run, only the functions with the median bandwidth are analyzed.
        sampled = any(models[worker] is None for worker in done) and any(models.values())
        inside, *whole = self.conclusions(
            place, stated, functions, intervals, probes, window, mixed, steady_from, functions, sampled)
        totals[(int(trial.trial), trial.direction)] = whole
        for part in stated.get("directions", []):
            down = functions.worker < trial.functions // 2
            own = functions[down if part["direction"] == "download" else ~down]
            where = f"{place}, {part['direction']}"
            _, *of_part = self.conclusions(
                where, part, own, intervals, probes, window, False, steady_from, functions, sampled)
            totals[(int(trial.trial), part["direction"])] = of_part
        self.job(place, stated["job"], trial.memory_mb, functions)
        for one in stated["functions"]:
            row = functions[functions.worker == one["function"]].iloc[0]
            where = f"{place}, function {one['function']}"
            share = inside.get(one["function"], (None, None))[1]
            self.check(where, "inside_common_window", one["inside_common_window"], share, 0.000051)
            busy = row.cpu_us / row.duration_us if one["function"] in done and pd.notna(row.cpu_us) else None
            self.check(where, "processors", one["processors"], busy, 0.000051)
            self.reasons(where, one, function_reasons(trial, functions, row))
            own = intervals[intervals.worker == one["function"]]
            if one["burst"] is not None and len(own):
                download = trial.direction == "download" or (mixed and one["function"] < trial.functions // 2)
                self.burst(where, one["burst"], Course(own), undelivered(row, download))
        return not reasons


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
    runs, trials, functions, intervals, probes, evidence = (
        archive.table(t) for t in ("runs", "trials", "functions", "intervals", "probes", "evidence"))
    keys = dict(zip(runs.id, runs.run))
    skipped = 0
    for run in findings["runs"]:
        key = keys[run["run"]]
        totals = {}
        validity = {}
        for number, stated in enumerate(run["trials"]):
            if stated is None:
                skipped += 1
                continue
            trial = trials[(trials.run == key) & (trials.trial == number)].iloc[0]
            validity[number] = comparison.trial(
                f"run {run['run']}, trial {number + 1}",
                stated,
                trial,
                functions[(functions.run == key) & (functions.trial == number)],
                intervals[(intervals.run == key) & (intervals.trial == number)],
                probes[(probes.run == key) & (probes.trial == number)],
                evidence[(evidence.run == key) & (evidence.trial == number)],
                totals)
        if "cells" in run:
            own = functions[functions.run == key]
            paused = json.loads(runs[runs.run == key].settings.iloc[0]).get("pause", "0") != "0"
            comparison.cells(
                f"run {run['run']}",
                run,
                trials[trials.run == key],
                lambda number, own=own: own[own.trial == number],
                totals,
                validity,
                Pauses(run, trials[trials.run == key], own, intervals[intervals.run == key]) if paused else no_pause)
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
