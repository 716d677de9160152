extension Thesaurus {
    /// Connections, addresses and what stands between two machines.
    static let networks: StaticString = """
        connect, attach, join, enter, establish, reach, handshake
        not connect, connection refused, unreachable, no connection, not reach, not join, not enter, not in, connection fails, not establish, connecting forever, econnrefused
        connect, talk to, contact, communicate, speak to, dial, point at, points to, pointed at
        url, address, uri, link, endpoint, host
        endpoint, route, path, api, url
        firewall, packet filter, ports blocked, port blocked
        handshake, hello, upgrade, negotiation
        websocket, web socket, ws, wss, socket
        cors, cross origin, preflight, options request, same origin policy
        header, http header, request header
        session id, sessionid, session identifier
        identifier, id, uuid, guid
        query parameter, query string, url parameter
        proxy, load balancer, nginx, gateway, reverse proxy, ingress
        502, bad gateway
        503, service unavailable, unavailable
        504, gateway timeout
        500, internal server error, server error, five hundred
        port, socket number
        heartbeat, ping, keepalive
        reconnect, connect again, rejoin
        abnormal closure, 1006, connection closed abnormally, abrupt, without a goodbye
        close code, error code, status code
        dns, name resolution, resolve, nxdomain, hostname unknown
        internal address, docker name, private address, internal url, internal hostname
        tunnel, ngrok, vpn
        online, reachable, connected, up
        """
}
