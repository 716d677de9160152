extension Thesaurus {
    /// How things break, and how people say that they do.
    static let failures: StaticString = """
        down, dead, crashed, exited, stopped, terminated, killed, died, offline, gone
        crash, die, abort, panic, segfault, core dump, blow up, fall over, keel over, bail out
        exit, quit, terminate, stop
        broken, failing, fails, failure, failed, error, faulty, malfunction, busted, borked, kaput, messed up, screwed up, defective, defect, bug, buggy
        unhealthy, unwell, degraded, ill, not healthy, red, sick, ailing
        outage, downtime, disruption, out of service, unavailable, not available, inaccessible, offline
        hang, freeze, frozen, stuck, stall, unresponsive, not responding, wedged, blocked, deadlock, lock up, locked up, seize up
        hang, not terminate, not exit, not return, not stop, not end, waits forever, keeps running, runs forever, not complete, not finish
        stuck, loop, same question, repeat, over and over, again and again, no progress, not advance, goes no further, not move on, not proceed, not continue, round in circles, going nowhere, standstill
        repeat, repeated, repeatedly, constantly, continually, keeps, over and over, again and again, every few, all the time, flapping, loop, endless, nonstop, non stop, perpetually, time and again
        flaky, unstable, unreliable, intermittent, erratic, sporadic, on and off, comes and goes, hit and miss, now and then, from time to time, occasionally, patchy, spotty, wobbly, flicker, flap, flapping
        crash loop, crashloopbackoff, restart loop, boot loop, keeps restarting, keeps crashing, restarts over and over, up and down
        disconnect, drop, kick, lose connection, connection lost, cut off, thrown out, dropped, kicked out, flapping, falls off, booted out, ejected, bounced, logged off, drops out, kicked off, connection breaks
        refuse, reject, deny, forbid, decline, not allowed, disallow, block, turn down, not permitted, turn away, turned away, not accept, bounce, rebuff, bar, veto
        rejected, refused, denied, not accepted, declined, turned down, not granted
        malformed, corrupt, garbled, mangled, invalid, broken, damaged, unparsable, unparseable, unreadable, gibberish, garbage
        wrong, incorrect, invalid, bad, mistaken, false, mismatch, not right, mixed up, messed up
        mismatch, not match, differ, not equal, discrepancy, unequal, not fit, not agree
        missing, absent, not found, not set, undefined, unset, lacking, not configured, lost, not find, not exist, not there, not defined, 404, left out, not present, nowhere
        lost, gone, vanished, wiped, not saved, not kept, not persisted, forgotten, disappeared
        empty, blank, nothing in it, no rows, nothing there
        vanish, disappear, gone, go away
        appear, show up, come up, display, visible, turn up, pop up
        invisible, not visible, not shown, not show, not appear, nowhere to be seen, not display, not seen, missing
        strange, odd, weird, unexpected, funny, peculiar, bizarre, curious, surprising
        cascade, takes down, brings down, domino, knock on, drags down, pulls down, ripple, snowball, spreads
        conflict, clash, collide, collision, contention, in the way
        leftover, left over, already exists, remains, not cleaned up, residue, orphaned, remnant, duplicate, stray, tidy up
        duplicate, twice, double, already exists, second time
        already in use, already allocated, taken, occupied, conflict, in use, eaddrinuse
        not implemented, notimplementederror, unimplemented, stub, not written yet, not supported, unsupported, not built, not coded, to be done
        overwrite, overwritten, clobber, replace, wipe, overwrote, lost changes, reset
        warning, warn, complain, alert, alarm
        nothing happens, does nothing, no effect, no reaction, no response, not react
        give up, abandon, bail out, time out
        choke, stumble, trip over, not handle, not cope
        not work, not function, broken, out of order, out of action
        leave, exit, quit, hang up, close, end, sign off
        remain, remains, stays, still, lingers, left, keeps
        """
}
