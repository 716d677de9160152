extension Thesaurus {
    /// Processes, machines and what they are started with.
    static let programs: StaticString = """
        server, host, machine, box, node, instance, backend
        service, container, process, daemon, server
        backend, back end, server
        restart, reboot, bounce, relaunch, recycle, start over, start anew
        reload, refresh, hot reload, restart
        boot, start up, startup, come up, launch, bring up, initialize, initialise, spin up, start, go up
        not start, not boot, not come up, not launch, not run, not go up, dies on start, crashes on start, crashes at startup, exits at once, fails at startup
        initialization, initialisation, init, initialize, initialise, warm up, setup
        not initialized, not ready, not initialised, too early, before ready, race condition, race, still starting
        health check, healthcheck, liveness, readiness, health probe, heartbeat
        environment, env, dotenv, env file, settings file
        variable, env var, environment variable, setting, env variable, parameter
        config, configuration, configure, settings, preferences, misconfigured, misconfiguration
        hardcoded, hard coded, baked in, built in, fixed in code, wired in
        default, fallback
        directory, folder, cwd, working directory, dir
        wrong directory, wrong folder, another folder, different folder, other directory, outside the folder, repository root, repo root, top level, not in the folder
        command line, cli, terminal, shell
        worker, background job, background process, job, task runner, background worker
        cron, scheduled job, nightly job, reaper, cleanup job, scheduler
        task, todo, to do
        command, instruction, control message, operation
        precondition, requirement, prerequisite
        shut down, shutdown, stop, halt
        volume, mount, data directory
        write permission, read only, readonly, permission denied, not writable, not write
        module, library, package, dependency
        import error, modulenotfounderror, importerror, no module named, not import
        import, include, require
        reactive, mono, flux, webflux, netty
        controller, handler, rest method, resource method
        exception, stack trace, traceback, stacktrace
        container, pod, docker
        repository, repo, checkout, working copy
        detect, recognize, recognise, determine, identify, guess
        """
}
