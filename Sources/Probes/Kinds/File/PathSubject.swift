/// What is wrong with a path that could never be looked at.
enum PathSubject {
    /// The mistake in a few words; `nil` where there is none.
    static func mistake(in path: String) -> String? {
        if path.isEmpty { return "the path is empty" }
        // No shell is there to fill it in.
        let isHome = path == "~" || path.hasPrefix("~/")
        return isHome ? "'~' stands for nothing here: write ${HOME}" : nil
    }
}
