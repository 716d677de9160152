import Machine

/// The scripts of a project as far as they could be read.
struct RevisionScripts {
    /// The graph; `nil` where there is none to be had.
    var graph: RevisionGraph?
    /// Why there is no graph.
    var problem: String?
    /// Whether the folder has no settings, so that nothing could be read.
    var isAbsent = false

    /// The name of the settings where nobody gives another.
    private static let defaultFile = "alembic.ini"

    /// The name of the settings that a line is about.
    static func settingsFile(of request: ProbeRequest) -> String {
        request.option("ini") ?? defaultFile
    }

    /// Reads the scripts of a folder.
    init(directory: String, file: String, in world: World) {
        let configuration: AlembicConfiguration
        do {
            configuration = try AlembicConfiguration(of: directory, file: file, in: world)
        } catch {
            (problem, isAbsent) = (error.summary, true)
            return
        }
        do {
            graph = try RevisionGraph(try RevisionScript.all(of: configuration, in: world))
        } catch let error as RevisionScript.Problem {
            problem = error.summary
        } catch let error as RevisionGraph.Problem {
            problem = error.summary
        } catch {
            problem = "\(error)"
        }
    }
}
