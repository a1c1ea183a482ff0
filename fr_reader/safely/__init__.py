"""Reading what strangers made: archives and XML with limits, told in a sentence."""
