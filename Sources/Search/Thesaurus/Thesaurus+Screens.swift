extension Thesaurus {
    /// What a person has on the screen.
    static let screens: StaticString = """
        spinner, spins, spinning, loading forever, keeps loading, not load, hourglass, wheel, endless loading, stuck loading, waiting screen, loading screen
        white screen, blank page, blank screen, empty page, black screen, white page, nothing renders
        page, screen, view
        page, site, website, web page, web site
        button, link, icon, control
        banner, notice, message, label, hint
        grayed out, greyed out, disabled, inactive, not clickable
        gate, gated, switched off, teaser, coming soon, not available, not used yet, placeholder, under construction, not released yet, later
        popup, pop up, prompt, dialog, modal, window
        stale, old, outdated, cached, not updated, not refreshed, out of date, lingering, yesterday's, ghost, former, previous
        stale, have gone, are gone, absent, still shown, still listed, still displayed, long gone, left long ago, still there, remains, zombie, still appears
        cache, cached, caching, memoized, ttl
        unchanged, not change, no effect, not applied, not take effect, ignored, has no effect, stays the same, still old, not picked up, still the old, not apply, old value, old behaviour
        change, alter, modify, edit, update, flip, switch, toggle
        enable, turn on, switch on, activate, turned on
        disable, turn off, switch off, deactivate, turned off
        toggle, flag, feature flag, feature switch, switch
        feature, function, functionality, capability, option
        browser, chrome, firefox, safari, client, edge
        frontend, front end, ui, client, web app, user interface, spa
        presence, online, active people, active users, who is here, online status, who is online, last seen, online indicator, present, away, roster, participant list, attendance
        css, style, stylesheet, tailwind, styling, theme, colour, color, design, look, appearance
        iframe, embed, embedded, frame, widget
        refresh, reload, f5
        turn off, go off, goes out, switch off
        on, lit, still on, stays on, remains on, glows
        converge, convergence, sync, synchronize, synchronise, in sync, agree, same state, identical, consistent
        out of sync, diverge, divergence, end up different, not agree, different state, different content, not in sync, inconsistent, not the same, not converge, not identical, disagree, different versions, not match, see different
        whiteboard, canvas, document, board
        image, picture, photo, screenshot
        blob, attachment, upload, file, binary, image, picture, photo, asset
        upload, send file, attach
        download, fetch, pull, retrieve
        """
}
