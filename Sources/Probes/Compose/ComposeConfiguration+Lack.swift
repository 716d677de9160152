import Catalog

extension ComposeConfiguration {
    /// Says that the project has no such service, and which ones it has.
    func lack(of service: String) -> String {
        let names = services.keys.sorted()
        let known = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
        return "the compose project has no service '\(service)' (it has: \(known))"
            + NearestName.hint(for: service, in: names)
    }
}
