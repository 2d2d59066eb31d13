import ShuduCommand

ShuduCommand.main()
