extension Thesaurus {
    /// Words that often stand for one another, yet not always.
    static let related: StaticString = """
        fail, not working, impossible, not possible, stopped working
        error, exception, stack trace, traceback, failure
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
