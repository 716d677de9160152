/// What operations people call the same thing: one group a line, its members separated by commas.
///
/// A query that uses one member of a group finds entries that use another, for less weight than the
/// word itself. General vocabulary of running software belongs here, never the wording of one
/// runbook or one query. Members are compared by their stems, so one form of a word is enough; a
/// member of several words matches those words in that order.
enum Thesaurus {
    /// Words that mean the same wherever they stand.
    static let synonyms: StaticString = """
        down, dead, crashed, exited, stopped, terminated, killed, died, offline, gone
        crash, die, abort, panic, segfault, core dump
        exit, quit, terminate, stop
        broken, failing, fails, failure, failed, error, faulty, malfunction, busted
        unhealthy, unwell, degraded, ill, not healthy, red
        hang, freeze, frozen, stuck, stall, unresponsive, not responding, wedged, blocked, deadlock
        hang, never finishes, does not terminate, never terminates, never ends, never exits, never returns, does not stop, does not end, waits forever
        stuck, loop, same question, repeat, over and over, again and again, no progress, does not advance, goes no further, does not move on
        repeat, repeated, repeatedly, constantly, continually, keeps, over and over, again and again, every few, all the time, flapping, loop, endless
        disconnect, drop, kick, lose connection, connection lost, cut off, thrown out, dropped, kicked out, flapping, falls off
        connect, attach, join, enter, establish, reach, handshake
        cannot connect, connection refused, unreachable, no connection, does not connect, cannot reach, cannot join, cannot enter, cannot get in
        refuse, reject, deny, forbid, decline, not allowed, disallow, block, turn down, not permitted
        signed in, logged in, authenticated
        unauthorized, unauthorised, unauthenticated, 401, not authenticated
        forbidden, 403, access denied, permission denied, not authorized, not authorised
        log in, login, sign in, signin, log on, logon, locked out, get in, sign on
        log out, logout, sign out, signout
        password, passphrase, passcode, pwd, credentials
        token, pass, ticket, credential, jwt, bearer, access key
        auth, authentication, authenticate, authorization, authorisation, authorize
        permission, rights, privilege, scope, capability, role, grant, access
        admin, administrator, back office, backoffice, organizer, organiser, operator, superuser, root user
        console, panel, dashboard, backend page, admin area, control panel
        sound, audio, hear, voice, listen, noise
        voice, speech, speak, spoken, talk
        silent, silence, mute, dead air, no sound, no audio, hears nothing, hear nothing, quiet, inaudible, cannot hear, nothing audible, soundless
        listener, audience, delegate, attendee, viewer, participant, spectator, guest, visitor, public
        headphones, earphones, headset, earpiece, audio, sound, listener
        interpreter, translator, interpretation, translation
        interpret, translate
        broadcast, go live, on air, stream, publish, transmit, start streaming, going live
        speech to text, stt, transcription, transcribe, speech recognition, transcript
        subtitles, captions, transcription, transcript, closed captioning, live text
        text to speech, tts, speech synthesis, synthesize, synthesise, spoken reply, read aloud
        avatar, talking head, virtual face, digital human, animated character
        camera, webcam, cam
        microphone, mic
        light, lamp, led, indicator
        video, picture, footage
        recording, record, capture
        slow, pause, pauses, sluggish, slowly, slower, lag, latency, delay, laggy, takes long, takes too long, took too long, longer than usual, seconds to answer, takes ages, long wait, crawl, heavy, delayed, takes forever
        timeout, timed out, time out, times out, deadline exceeded, expires
        spike, jump, surge, peak
        out of memory, oom, eats memory, too much memory, high memory, memory usage, memory consumption, exhausts memory, memory leak, memory exhausted, killed for memory, ram, heap, oomkilled, memory grows
        memory, ram, heap
        gigabyte, gb, gigabytes, gig
        disk full, no space left, out of space
        restart, reboot, bounce, relaunch, recycle
        reload, refresh, hot reload, restart
        boot, start up, startup, come up, launch, bring up, initialize, initialise, spin up
        does not start, will not start, refuses to start, fails to start, cannot start, never comes up, does not boot, refuses to boot
        initialization, initialisation, init, initialize, initialise, warm up, setup
        not initialized, not ready, not initialised, too early, before ready, race condition, race
        deploy, release, rollout, roll out, ship, deployment, push out
        build, compile, bundle, compilation
        install, installation, set up
        missing, absent, not found, not set, undefined, unset, lacking, not configured, lost, cannot find, does not exist, not there, not defined, 404
        empty, blank, nothing in it, no rows
        rejected, refused, denied, not accepted, declined
        password, not accepted, wrong password
        wrong, incorrect, invalid, bad, mistaken, false, mismatch, not right
        malformed, corrupt, garbled, mangled, invalid, broken, damaged, unparsable, unparseable
        expired, out of date, outdated, stale, old, obsolete, lapsed
        stale, old, outdated, cached, not updated, not refreshed, out of date, lingering, yesterday's, ghost
        cache, cached, caching, memoized, ttl
        unchanged, did not change, no effect, not applied, does not take effect, ignored, has no effect, stays the same, still old, not picked up
        change, alter, modify, edit, update, flip, switch, toggle
        enable, turn on, switch on, activate, turned on
        disable, turn off, switch off, deactivate, turned off
        toggle, flag, feature flag, feature switch, switch
        gate, gated, switched off, teaser, coming soon, not available yet, not yet available, cannot be used yet, placeholder
        overwrite, overwritten, clobber, replace, wipe, overwrote, lost changes
        environment, env, dotenv, env file, settings file
        variable, env var, environment variable, setting, env variable
        config, configuration, configure, settings, preferences, misconfigured
        secret, key, api key, credential
        hardcoded, hard coded, baked in, built in, fixed in code
        default, fallback
        url, address, uri, link, endpoint, host
        endpoint, route, path, api, url
        server, host, machine, box, node, instance, backend
        service, container, process, daemon, server
        browser, chrome, firefox, safari, client
        frontend, front end, ui, client, web app, user interface
        backend, back end, server
        database, db, persistence, persistence layer, postgres, postgresql, sqlite, mysql, sql, data store, datastore
        schema, table structure, ddl
        column, field, attribute
        migration, alembic, schema change, schema upgrade
        heads, tips, branches, forked, fork, two heads, multiple heads, diverged
        revision, version
        merge, cherry pick, rebase
        directory, folder, cwd, working directory, dir
        wrong directory, wrong folder, another folder, different folder, other directory, outside the folder, repository root, repo root
        test, spec, test suite, unit test, jest, vitest, test runner
        pytest, python test
        leftover, left over, already exists, remains, not cleaned up, residue, orphaned, remnant, duplicate
        type checker, pyright, type check, static analysis, linter
        editor, lsp, ide, language server, vscode, vs code
        command line, cli, terminal, shell
        css, style, stylesheet, tailwind, styling, theme, colour, color, design
        webhook, callback, hook, notification, ipn, event, call back, calls back, confirmation, result
        signature, hmac, signed, sign
        verify, validate, verification, validation, check
        payment, pay, transaction, money, paid, charge
        stk push, stk, mpesa, m pesa, payment prompt, daraja, safaricom, mobile money
        whatsapp, meta, facebook, messenger
        cancel, cancelled, abort, aborted, back out, dismiss, called off
        customer, client, user, buyer, payer, caller
        pending, unconfirmed, never confirmed, not confirmed, waiting, outstanding, in limbo, unfinished, open
        booking, appointment, reservation, reserve
        slot, time slot, availability, opening, free time
        staff, employee, schedule, roster, shift
        conversation, dialogue, dialog, chat, thread
        agent, bot, assistant, chatbot
        greet, greeting, hello, welcome, hi
        intent, classify, classification, classifier, understood, recognises
        prompt, re prompt, ask, question, wants to know
        phone, by phone, telephone, telephony, sip, call, dial
        register, registration, enrol, enroll, sign up
        firewall, packet filter, ports blocked, port blocked
        certificate, cert, tls, ssl, https
        handshake, hello, upgrade, negotiation
        websocket, web socket, ws, wss, socket
        cors, cross origin, preflight, options request
        header, http header, request header
        iframe, embed, embedded, frame
        session id, sessionid, session identifier
        room, session, meeting, call
        client, peer, participant, user
        presence, online, active people, active users, who is here, online status, who is online, last seen, online indicator, present, away, roster
        stale, have gone, are gone, absent,  still shown, still listed, still displayed, long gone, left long ago, still there, remains, zombie
        converge, convergence, sync, synchronize, synchronise, in sync, agree, same state, identical, consistent
        out of sync, diverge, divergence, end up different, do not agree, different state, different content, not in sync, inconsistent, not the same, does not converge, not identical, disagree
        blob, attachment, upload, file, binary, image, picture, photo, asset
        upload, send file, attach
        download, fetch, pull, retrieve
        storage, bucket, object store, store
        hash, checksum, digest, fingerprint
        command, instruction, control message, operation
        precondition, requirement, prerequisite
        rate limit, throttle, throttled, too many requests, 429, flood
        overload, overloaded, too much load, capacity, saturated, backpressure
        overflow, exceeds, too many, over the limit, too big, truncated, limit reached, over cap, exceed, too large, allowed amount
        knowledge, snippet, knowledge base
        warning, warn
        model, llm, language model, inference, neural network, weights, checkpoint file
        hugging face, huggingface, hf
        json, structured output
        index, indexing, search index, semantic search
        drift, changed, deviates, regress, regression, different than before
        lightweight, lighter, smaller
        vendor, provider, third party, supplier, external service, partner, manufacturer
        not implemented, notimplementederror, unimplemented, stub, not written yet, not supported, unsupported, not built
        cascade, takes down, brings down, domino, knock on, drags down, pulls down, ripple
        module, library, package, dependency
        import error, modulenotfounderror, importerror, no module named, cannot import
        import, include, require
        reload, restarts on save, auto reload, watch mode, file watcher
        shared secret, common secret, same key
        internal, service to service, between services, private
        media, stream, rtc, webrtc
        media server, sfu, livekit, streaming server, mediamtx
        worker, background job, background process, job, task runner
        cron, scheduled job, nightly job, reaper, cleanup job
        task, todo, to do
        workflow, pipeline
        tenant, workspace, organization, organisation
        reactive, mono, flux, webflux
        controller, handler, rest method, resource method
        strange, odd, weird, unexpected, funny, peculiar
        detect, recognize, recognise, determine, guess, think, believe
        immediately, at once, right away, straight away, instantly
        blocking, waits, synchronous, holds up
        production, prod, live system, live operation, live environment
        environment, staging, stage, production, dev
        development, dev, local
        page, screen, view
        image, picture, photo
        proxy, load balancer, nginx, gateway, reverse proxy
        502, bad gateway
        503, service unavailable, unavailable
        504, gateway timeout
        500, internal server error, server error
        port, socket number
        already in use, already allocated, taken, occupied, conflict
        spinner, spins, loading forever, keeps loading
        vanish, disappear, gone, go away
        appear, show up, come up, display, visible
        invisible, not visible, not shown, does not show, not appearing, does not appear, nowhere to be seen, never show
        leave, exit, quit, hang up, close, end
        flicker, flap, intermittent, on and off, comes and goes
        shut down, shutdown, stop, halt
        volume, mount, data directory
        write permission, read only, readonly, permission denied
        heartbeat, ping, keepalive
        reconnect, connect again, rejoin
        abnormal closure, 1006, connection closed abnormally
        """

    /// Words that often stand for one another, yet not always.
    static let related: StaticString = """
        fail, cannot, unable, not working, does not work, doesn't, won't, impossible, no longer works, not possible, stopped working
        error, exception, stack trace, traceback, failure
        never, not, no, nothing, nobody
        receive, get, arrive, come in, hear back
        respond, answer, reply, response
        call, request, invoke
        wrong, different, other, another
        token, key, secret, session
        login, password, credentials, admin
        network, connection, internet, connectivity, wifi
        browser, page, tab, website, site
        interpreter, booth, channel
        audio, channel, stream, feed
        transcription, text, words
        button, click, press
        room, participant, session
        payment, phone, popup, pop up
        migration, database, revision, schema
        memory, killed, restart
        deploy, boot, start, restart
        boot, start, run
        directory, path, root
        cache, build, restart
        whiteboard, canvas, document, board, room, collaboration, shared
        see, visible, show, appear
        old, previous, earlier, before
        users, people, clients, customers, folks, staff
        payment, phone, handset, popup
        command, privileged, operation, action, request
        exit, boot, start
        room, collaboration, shared, sync
        data, database, stored, storage, table
        deploy, release, update, upgrade
        lost, missing, drop, vanish
        connect, network, reachable, through
        """
}
