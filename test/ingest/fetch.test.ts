import {describe, expect, test} from "vitest"
import {checkAddress, checkPublic, fetchPage} from "../../src/ingest/fetch.js"

describe("addresses that are not fetched", () => {
  test.each([
    "file:///etc/passwd",
    "ftp://paper.example/",
    "javascript:alert(1)",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://①②⑦.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://10.0.0.5/",
    "http://172.16.3.4/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://198.18.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://paper.example:8080/",
    "http://user:secret@paper.example/",
    "not an address",
  ])("%s", address => {
    expect(() => checkAddress(address)).toThrow(/address|port|password/)
  })

  test("names that stand for this machine", async () => {
    await expect(fetchPage("http://localhost/")).rejects.toThrow(/not a public address|could not be fetched/)
  })
})

test("public addresses pass", () => {
  expect(checkAddress("https://paper.example/world?page=2").hostname).toBe("paper.example")
  expect(() => checkPublic("93.184.216.34", "paper.example")).not.toThrow()
  expect(() => checkPublic("2606:2800:220:1::1", "paper.example")).not.toThrow()
})
