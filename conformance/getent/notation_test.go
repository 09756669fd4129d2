package getent

import "testing"

// TestNotation has records whose JSON is unusual: keys of other case, keys that are
// repeated, values of other types.
func TestNotation(t *testing.T) {
	records := map[string]string{
		"case":       `{"userName":"case","uid":6200,"Shell":"/bin/other","HOMEDIRECTORY":"/other"}`,
		"upper":      `{"UserName":"upper","Uid":6201}`,
		"both-cases": `{"USERNAME":"x","userName":"both-cases","UID":6299,"uid":6202,"realname":"No"}`,
		"later-case": `{"userName":"later-case","uid":6203,"shell":"/bin/a","SHELL":"/bin/b"}`,
		"twice":      `{"userName":"twice","uid":6204,"shell":"/bin/a","shell":"/bin/b"}`,
		"twice-same": `{"userName":"twice-same","uid":6205,"shell":"/bin/a","shell":"/bin/a"}`,
		"twice-name": `{"userName":"x","userName":"twice-name","uid":6206}`,
		"twice-uid":  `{"userName":"twice-uid","uid":6207,"uid":6298}`,
		"twice-odd":  `{"userName":"twice-odd","uid":6208,"unknown":1,"unknown":2}`,
		"twice-deep": `{"userName":"twice-deep","uid":6209,"unknown":{"a":1,"a":2}}`,
		"twice-part": `{"userName":"twice-part","uid":6210,"perMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/a","shell":"/bin/b"}]}`,
		"twice-list": `{"userName":"twice-list","uid":6211,"perMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/a"}],"perMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","gid":7}]}`,
		"part-case":  `{"userName":"part-case","uid":6212,"PerMachine":[{"matchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/a"}],"perMachine":[{"MatchMachineId":"0123456789abcdef0123456789abcdef","shell":"/bin/b"}]}`,
		"status":     `{"userName":"status","uid":6213,"Status":{},"SECRET":{}}`,
		"number":     `{"userName":"number","uid":6214,"shell":7}`,
		"null":       `{"userName":"null","uid":6215,"shell":null,"homeDirectory":null,"gid":null}`,
		"name-null":  `{"userName":null,"uid":6216}`,
		"list":       `[{"userName":"list","uid":6218}]`,
		"two":        `{"userName":"two","uid":6219} {"userName":"two","uid":6219}`,
		"behind":     `{"userName":"behind","uid":6220} x`,
		"comment":    "{\"userName\":\"comment\",/* c */\"uid\":6221}\n",
		"comma":      `{"userName":"comma","uid":6222,}`,
		"escaped":    `{"user\u004eame":"escape\u0064","uid":6223,"shell":"\/bin\/\u0061"}`,
		"surrogate":  `{"userName":"surrogate","uid":6224,"realName":"\ud83d\ude00 \ud83d"}`,
		"not-text":   "{\"userName\":\"not-text\",\"uid\":6225,\"realName\":\"a\xff\"}",
		"zero":       `{"userName":"zero","uid":6226,"realName":"a\u0000b"}`,
		"members":    `{"userName":"members","uid":6228,"memberOf":["wheel","wheel",7]}`,
		"bom":        "\ufeff{\"userName\":\"bom\",\"uid\":6229}",
		"blank":      "\n\t {\"userName\":\"blank\",\"uid\":6230}\r\n\n",
		"apart":      `{"userName":"apart","uid":6231,"disposition":"other"}`,
		"tabbed":     "{\"userName\":\"tabbed\",\"uid\":6232,\"realName\":\"a\tb\"}",
	}
	tr := tree{"nsswitch.conf": "passwd: systemd\ngroup: systemd\n", "machine-id": "0123456789abcdef0123456789abcdef\n"}
	for name, text := range records {
		tr["userdb/"+name+".user"] = text
	}
	for name, text := range map[string]string{
		"gcase":   `{"groupName":"gcase","gid":6300,"Members":["a"]}`,
		"gtwice":  `{"groupName":"gtwice","gid":6301,"members":["a"],"members":["b"]}`,
		"gnumber": `{"groupName":"gnumber","gid":6302,"members":["a",7]}`,
		"gnull":   `{"groupName":"gnull","gid":6303,"members":null}`,
		"gone":    `{"groupName":"gone","gid":6304,"members":"a"}`,
	} {
		tr["userdb/"+name+".group"] = text
		records[name] = ""
	}
	tr.write(t)
	for name := range records {
		likeGlibc(t, nil, "passwd", name)
		likeGlibc(t, nil, "group", name)
	}
}
