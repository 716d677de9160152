import Machine

/// JSON as probes read it, which logs are read with too.
public typealias JSONValue = Machine.JSONValue
