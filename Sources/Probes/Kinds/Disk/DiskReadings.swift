import Machine

/// Turns the room on a file system into readings of expectations.
struct DiskReadings: Sendable {
    /// The room.
    let space: VolumeSpace
    /// The path that the line names.
    let path: String

    /// The reading of an observable.
    func reading(for key: String) -> Reading {
        if key == "inodes" { return inodes }
        let bytes = space.bytes
        guard let share = bytes.freePercent else {
            return .unknown("the file system of \(path) holds no data of its own")
        }
        let (percent, room) = (AmountText.percent(share), AmountText.bytes(bytes.available))
        if key == "available" {
            return .value(ObservedValue(bytes.available, display: "\(room) (\(percent))"))
        }
        return .value(
            ObservedValue(
                percent, number: share,
                display: "\(percent) (\(room) of \(AmountText.bytes(bytes.total)))"))
    }

    private var inodes: Reading {
        guard let share = space.inodes.freePercent else {
            // Such as btrfs, which makes them as it needs them.
            return .value(
                ObservedValue("100%", number: 100, display: "100% (without a limit)"))
        }
        let percent = AmountText.percent(share)
        return .value(
            ObservedValue(
                percent, number: share,
                display: "\(percent) (\(space.inodes.available) of \(space.inodes.total))"))
    }
}
