extension Redactor {
    /// Whether a value is a secret or holds one, such as an address with a password in it; what is
    /// only personal is none, whether or not it is hidden.
    public func holdsSecret(_ value: String) -> Bool {
        var finder = finder
        finder.hidesPersonal = false
        return !finder.findings(in: Array(value.utf8)).isEmpty
    }
}
