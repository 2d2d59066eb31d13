import ICU

print("ICU \(icuVersion)")
