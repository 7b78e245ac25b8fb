"""Closed classes of French words as alternatives of patterns, each to be put in a group; none begins another one."""

ARTICLES = "l'|les? |la |une? |des "
POINTING = "cette |cet? |ces |son |sa |ses |leurs? "
"""Demonstratives and possessives."""
LEQUEL = "lequel|laquelle|lesquels|lesquelles"
RELATIVES = rf"(?:qui|dont|où|que|{LEQUEL})(?!\p{{L}})|qu'"
"""What opens a relative clause."""
WEEKDAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
AT_A_TIME = (
    rf"(?:(?:{WEEKDAYS}|hier|ce matin|ce soir|dans la (?:matinée|soirée|journée))"
    r"(?: matin| soir| après-midi)?,? )?"
)
"""The time of what was said, if it stands there: "interrogé [vendredi soir] par"."""
CLITICS = "n'|s'|se |l'|les |lui |leur |y |en |le |la "
"""Pronouns and the negation before a verb."""
AGENCY = (
    r"(?:AFP|(?:Agence )?France[- ]Presse|Reuters|AP|APS|MAP|TAP|ATS|Keystone-ATS|PC|Anadolu|Bloomberg|Xinhua|EFE|ANSA|DPA|Belga|"
    r"Associated Press|Interfax|TASS|RIA Novosti)"
)
"""News agencies: what they are told reaches others by them."""
STATION = (
    r"(?:BBC|CNN|BFM ?TV|BFMTV|France ?(?:Inter|Info|2|3|24|Culture|Bleu)|franceinfo|Franceinfo|RTL|RMC|TF1|LCI|CNews|RFI|"
    r"RTBF|RTS|SRF|VRT|VTM|NHK|NPR|Fox News|Europe 1|TV5 ?Monde|Al[- ]Jazeera|Public Sénat|Radio-Canada)"
)
"""Radios and channels: who is on them is heard there."""
OUTLET = rf"(?:{AGENCY}|{STATION})"
"""News agencies, radios and channels that are told things: "à l'AFP", "sur RTL"."""
