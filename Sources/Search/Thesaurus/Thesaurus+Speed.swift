extension Thesaurus {
    /// Slowness, load and the things a machine runs out of.
    static let speed: StaticString = """
        slow, pause, pauses, sluggish, slowly, slower, lag, latency, delay, laggy, takes long, takes too long, took too long, longer than usual, seconds to answer, takes ages, long wait, crawl, heavy, delayed, takes forever, drags, snail, long time, ages, forever, sluggishness
        slow down, degrade, bog down, drag down, grind to a halt
        timeout, timed out, time out, times out, deadline exceeded, expires, gave up waiting, no answer in time
        spike, jump, surge, peak, burst
        grow, climb, rise, increase, creep up, go up, balloon, swell, pile up, accumulate, build up
        backlog, pile up, accumulate, build up, queue up, behind
        fall behind, lag behind, lagging, behind, trailing, not keep up
        run out, exhausted, used up, depleted, none left, ran out, over quota, quota exceeded
        out of memory, oom, eats memory, too much memory, high memory, memory usage, memory consumption, exhausts memory, memory leak, memory exhausted, killed for memory, ram, heap, oomkilled, memory grows, oom killer
        memory, ram, heap
        gigabyte, gb, gigabytes, gig
        cpu, processor, load, core
        disk full, no space left, out of space, enospc, disk space, space left, no space
        disk, drive, partition, volume, filesystem, file system, storage
        overload, overloaded, too much load, capacity, saturated, backpressure, swamped, overwhelmed, under load, hammered, maxed out, at the limit
        rate limit, throttle, throttled, too many requests, 429, flood, slow down
        overflow, exceeds, too many, over the limit, too big, truncated, limit reached, over cap, exceed, too large, allowed amount, over budget, too long, cut off
        limit, cap, quota, maximum, ceiling, budget, allowance, threshold
        immediately, at once, right away, straight away, instantly, on the spot
        blocking, waits, synchronous, holds up, held up, blocked
        too early, before ready, not ready, race condition, race, premature, too soon, still starting
        lightweight, lighter, smaller
        heavy, heavier, bigger, larger, resource hungry
        clock, time drift, ntp, clock skew, time skew
        """
}
