/// Says in a few words why the engine could not start a container.
enum EngineError {
    /// How a taken port is worded, by moby's port allocator and by the system's `bind`, and what
    /// is said of the port.
    private static let takenPort = [
        ("port is already allocated", "is already allocated"),
        ("address already in use", "is already in use"),
    ]

    /// The explanation; `nil` where the engine reports no error.
    static func explanation(of error: String) -> String? {
        if error.isEmpty { return nil }
        for (words, predicate) in takenPort {
            guard let end = error.firstRange(of: words)?.lowerBound else { continue }
            let addresses = error[..<end].split(whereSeparator: { !isOfAddress($0) })
                .filter { $0.contains(":") }
            guard
                let port = addresses.last(where: { hostPort(of: $0) != nil })
                    .flatMap({ hostPort(of: $0) })
            else { return words }
            return "port \(port) \(predicate)"
        }
        return error
    }

    private static func isOfAddress(_ character: Character) -> Bool {
        character.isHexDigit || ".:[]".contains(character)
    }

    /// The port of `0.0.0.0:5432`, of `[::]:5432` or, where the container's own address follows,
    /// of `0.0.0.0:5432:172.18.0.2:80`.
    private static func hostPort(of address: Substring) -> Int? {
        let isBracketed = address.hasPrefix("[")
        let rest = isBracketed ? address.drop { $0 != "]" }.dropFirst(2) : address
        let parts = rest.split(separator: ":")
        return (isBracketed ? parts.first : parts.dropFirst().first).flatMap { Int($0) }
    }
}
