import ShuduCommand

@main
enum Program {
  static func main() async { await ShuduCommand.main(nil) }
}
