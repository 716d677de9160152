import Catalog

extension ProbeKind {
    /// Looks as ``observe(_:in:)`` does, unless the request is one of a runbook that is not trusted
    /// and would do what only others may.
    public func look(at request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if request.isConfined, let breach = await breach(by: request, in: context) {
            return Observation(.unknown(breach.summary), for: request)
        }
        return await observe(request, in: context)
    }
}
